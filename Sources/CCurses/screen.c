// Coming up, going down, and the size.

#include "internal.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <wchar.h>

static SCREEN *screen = NULL;
static int colors = 0;
static int is_utf8 = 0;

static void write_all(const char *bytes) {
  size_t left = strlen(bytes);
  while (left > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, left);
    if (written <= 0) return;
    bytes += written;
    left -= (size_t)written;
  }
}

void cc_enter_modes(void) { write_all("\033[?2004h"); }

static int codeset_is_utf8(void) {
  const char *codeset = nl_langinfo(CODESET);
  return codeset != NULL && (strcasecmp(codeset, "UTF-8") == 0 || strcasecmp(codeset, "utf8") == 0);
}

static int asks_for_utf8(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value == NULL || *value == 0) continue;
    return strcasestr(value, "UTF-8") != NULL || strcasestr(value, "utf8") != NULL;
  }
  return 0;
}

// A locale that is asked for but not installed, as in many containers, still says what the terminal understands.
static void take_locale(void) {
  setlocale(LC_CTYPE, "");
  if (!codeset_is_utf8() && asks_for_utf8() && setlocale(LC_CTYPE, "C.UTF-8") == NULL) setlocale(LC_CTYPE, "UTF-8");
  is_utf8 = codeset_is_utf8();
}

// The name of a terminal that can place its cursor, or NULL. An unknown name is taken for the commonest terminal.
static const char *usable_terminal(void) {
  const char *name = getenv("TERM");
  if (name == NULL || *name == 0) return NULL;
  int error = 0;
  if (setupterm((char *)name, STDOUT_FILENO, &error) != OK) {
    name = "xterm-256color";
    if (setupterm((char *)name, STDOUT_FILENO, &error) != OK) return NULL;
  }
  const char *address = tigetstr("cup");
  int usable = address != NULL && address != (char *)-1;
  del_curterm(cur_term);
  return usable ? name : NULL;
}

// How long a lone Escape waits for the rest of a key's sequence, in milliseconds.
static void take_escape_delay(void) {
  const char *wanted = getenv("ESCDELAY");
  int delay = wanted == NULL ? 0 : atoi(wanted);
  if (delay <= 0) delay = getenv("SSH_CONNECTION") != NULL ? 100 : 25;
  set_escdelay(delay);
}

static void take_colors(int use_color) {
  colors = 0;
  if (!use_color || !has_colors() || start_color() == ERR) return;
  if (use_default_colors() == ERR) return;
  colors = COLORS;
}

int cc_start(int use_color, int use_mouse) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CC_NOT_A_TERMINAL;
  take_locale();
  const char *name = usable_terminal();
  if (name == NULL) return CC_NO_CURSOR_ADDRESSING;
  // Exported, they would freeze the size.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  cc_leaving_prepare();
  cc_signals_start();
  screen = newterm((char *)name, stdout, stdin);
  if (screen == NULL) {
    cc_signals_stop();
    return CC_FAILED;
  }
  set_term(screen);
  cc_leaving_measure();
  cc_screen_is_up = 1;
  cc_signals_chain_resize();
  // Not cbreak: a paste may hold the bytes of Ctrl-C and Ctrl-Z, and Ctrl-S would freeze the screen.
  raw();
  noecho();
  nonl();
  // Otherwise key repeat would starve the screen.
  typeahead(-1);
  take_escape_delay();
  take_colors(use_color);
  cc_input_start(use_mouse);
  cc_standard_error_aside();
  cc_enter_modes();
  // Not cc_stop: another thread may end the process while this one is painting.
  static int registered = 0;
  if (!registered) atexit(cc_leave_now);
  registered = 1;
  return CC_STARTED;
}

void cc_stop(void) {
  if (!cc_screen_is_up) return;
  cc_input_stop();
  endwin();
  cc_leave_after_endwin();
  cc_signals_stop();
  delscreen(screen);
  screen = NULL;
}

void cc_suspend(int whole_group) {
  if (!cc_screen_is_up) return;
  endwin();
  cc_leave_after_endwin();
  struct sigaction plain, ours;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &plain, &ours);
  if (whole_group) kill(0, SIGTSTP); else raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  cc_signal_taken(SIGCONT);
  cc_signal_taken(SIGTSTP);
  cc_screen_is_up = 1;
  cc_standard_error_aside();
  cc_take_size();
  // Whatever stood there, all of it is painted anew; the refresh itself takes the terminal's modes over again.
  clearok(curscr, TRUE);
  refresh();
  cc_enter_modes();
}

void cc_take_size(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return;
  if (is_term_resized(size.ws_row, size.ws_col)) resizeterm(size.ws_row, size.ws_col);
}

int cc_width(void) { return getmaxx(stdscr); }
int cc_height(void) { return getmaxy(stdscr); }
int cc_colors(void) { return colors; }
int cc_is_utf8(void) { return is_utf8; }
int cc_has_dim(void) { return (termattrs() & A_DIM) != 0; }

int cc_examine(void) {
  if (!isatty(STDOUT_FILENO)) return -1;
  take_locale();
  const char *name = usable_terminal();
  if (name == NULL || setupterm((char *)name, STDOUT_FILENO, NULL) == ERR) return -1;
  int found = tigetnum("colors");
  del_curterm(cur_term);
  return found < 0 ? 0 : found;
}

const char *cc_version(void) { return curses_version(); }
