// While the screen is up, what is written to standard error would tear it: it goes to a file that has no name, and is
// written out afterwards.

#include "internal.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>

static int real = -1;
static int aside = -1;

void cc_standard_error_aside(void) {
  // Sent somewhere else by the caller, it tears nothing.
  if (real >= 0 || !isatty(STDERR_FILENO)) return;
  char path[1024];
  const char *folder = getenv("TMPDIR");
  snprintf(path, sizeof path, "%s/cairn-messages-XXXXXX", folder != NULL && *folder != 0 ? folder : "/tmp");
  aside = mkstemp(path);
  if (aside < 0) return;
  unlink(path);
  fcntl(aside, F_SETFD, FD_CLOEXEC);
  fcntl(aside, F_SETFL, O_APPEND);
  real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real < 0 || dup2(aside, STDERR_FILENO) < 0) {
    close(aside);
    aside = -1;
  }
}

// A signal handler calls it: nothing but system calls.
void cc_standard_error_back(void) {
  if (real < 0) return;
  dup2(real, STDERR_FILENO);
  close(real);
  real = -1;
  if (aside < 0) return;
  char buffer[1024];
  off_t place = 0;
  ssize_t count;
  while ((count = pread(aside, buffer, sizeof buffer, place)) > 0) {
    if (write(STDERR_FILENO, buffer, (size_t)count) != count) break;
    place += count;
  }
  close(aside);
  aside = -1;
}
