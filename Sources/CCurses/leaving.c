// Giving the terminal back: everything is computed beforehand, so that a signal handler can do it.

#include "internal.h"

#include <errno.h>
#include <string.h>
#include <term.h>
#include <termios.h>

volatile sig_atomic_t cc_screen_is_up = 0;

static struct termios before;
static char bytes[512];
static size_t length = 0;
// So many of them are for what ncurses doesn't know of.
static size_t modes_length = 0;

void cc_leaving_prepare(void) {
  tcgetattr(STDIN_FILENO, &before);
  length = 0;
}

static void add(const char *text) {
  for (; *text != 0 && length < sizeof bytes; text++) {
    // Delays, which terminfo writes as $<5>, are for hardware that is gone.
    if (text[0] == '$' && text[1] == '<' && strchr(text, '>') != NULL) text = strchr(text, '>');
    else bytes[length++] = *text;
  }
}

static int add_capability(const char *name) {
  const char *value = tigetstr((char *)name);
  if (value == NULL || value == (char *)-1) return 0;
  add(value);
  return 1;
}

void cc_leaving_measure(void) {
  length = 0;
  add("\033[?2004l");
  if (tigetstr("kmous") != NULL && tigetstr("kmous") != (char *)-1) add("\033[?1006l\033[?1002l\033[?1000l");
  modes_length = length;
  add_capability("sgr0");
  add_capability("op");
  add_capability("rmkx");
  add_capability("cnorm");
  // Without an alternate screen what was shown stays: what follows begins under it.
  if (!add_capability("rmcup")) add("\r\n");
}

static void leave(size_t bytes_to_send) {
  if (!cc_screen_is_up) return;
  cc_screen_is_up = 0;
  int error = errno;
  // From the background it must not stop the process halfway.
  struct sigaction ignored, previous;
  memset(&ignored, 0, sizeof ignored);
  ignored.sa_handler = SIG_IGN;
  sigaction(SIGTTOU, &ignored, &previous);
  tcflow(STDOUT_FILENO, TCOON);
  size_t sent = 0;
  while (sent < bytes_to_send) {
    ssize_t written = write(STDOUT_FILENO, bytes + sent, bytes_to_send - sent);
    if (written <= 0) break;
    sent += (size_t)written;
  }
  tcsetattr(STDIN_FILENO, TCSANOW, &before);
  sigaction(SIGTTOU, &previous, NULL);
  cc_standard_error_back();
  errno = error;
}

void cc_leave_now(void) { leave(length); }
void cc_leave_after_endwin(void) { leave(modes_length); }
