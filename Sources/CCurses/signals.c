// Signals are noted and end the waiting; only a crash, or a program that doesn't answer, is dealt with on the spot.

#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

// How many seconds at most the program has to end by itself once it is asked to.
enum { PATIENCE = 1 };

static const int noted_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGALRM};
static const int crashes[] = {SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS};
enum { NOTED = sizeof noted_signals / sizeof *noted_signals, CRASHES = sizeof crashes / sizeof *crashes };

static struct sigaction before_noted[NOTED], before_crash[CRASHES], resize_of_curses;
static volatile sig_atomic_t noted[65];
static volatile sig_atomic_t ending = 0;
static int wake_pipe[2] = {-1, -1};
static int is_started = 0;

static void write_to_pipe(char byte) {
  // A full pipe already wakes.
  ssize_t ignored = write(wake_pipe[1], &byte, 1);
  (void)ignored;
}

static void set_default(int signal) {
  struct sigaction plain;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigaction(signal, &plain, NULL);
}

static void end_now(int signal) {
  cc_leave_now();
  set_default(signal);
  raise(signal);
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, signal);
  pthread_sigmask(SIG_UNBLOCK, &one, NULL);
}

static void note(int signal) {
  int error = errno;
  if (signal == SIGALRM || (ending != 0 && (signal == SIGINT || signal == SIGTERM || signal == SIGHUP))) {
    // Asked a second time, or too long ago. Should the terminal not take what it is sent, the next alarm kills.
    set_default(SIGALRM);
    alarm(1);
    end_now(ending != 0 ? ending : SIGTERM);
  } else if (signal == SIGINT || signal == SIGTERM || signal == SIGHUP) {
    ending = signal;
    alarm(PATIENCE);
  } else {
    noted[signal] = 1;
  }
  write_to_pipe('s');
  errno = error;
}

static void note_resize(int signal) {
  int error = errno;
  if (resize_of_curses.sa_handler != SIG_DFL && resize_of_curses.sa_handler != SIG_IGN)
    resize_of_curses.sa_handler(signal);
  noted[signal] = 1;
  write_to_pipe('s');
  errno = error;
}

static void crash(int signal) {
  cc_leave_now();
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &before_crash[i], NULL);
  // Asked for by a key: not a crash whose traces somebody would collect.
  if (signal == SIGQUIT) set_default(SIGQUIT);
  // Blocked until this returns; then it ends the process, or goes to who was asked before us.
  raise(signal);
}

static void open_pipe(void) {
  if (wake_pipe[0] >= 0 || pipe(wake_pipe) != 0) return;
  for (int i = 0; i < 2; i++) {
    fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC);
    fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK);
  }
}

static void give_stack(void) {
  enum { SIZE = 65536 };
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  if (sigaltstack(NULL, &stack) == 0 && !(stack.ss_flags & SS_DISABLE)) return;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = malloc(SIZE);
  stack.ss_size = SIZE;
  if (stack.ss_sp != NULL) sigaltstack(&stack, NULL);
}

void cc_signals_start(void) {
  open_pipe();
  give_stack();
  ending = 0;
  memset((void *)noted, 0, sizeof noted);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  for (int i = 0; i < NOTED; i++) {
    sigaction(noted_signals[i], NULL, &before_noted[i]);
    // Whoever started us with it ignored, as nohup does, wants it so.
    if (before_noted[i].sa_handler != SIG_IGN) sigaction(noted_signals[i], &action, NULL);
  }
  action.sa_handler = crash;
  action.sa_flags = SA_ONSTACK;
  for (int i = 0; i < CRASHES; i++) {
    sigaction(crashes[i], NULL, &before_crash[i]);
    if (before_crash[i].sa_handler != SIG_IGN) sigaction(crashes[i], &action, NULL);
  }
  is_started = 1;
}

void cc_signals_chain_resize(void) {
  struct sigaction action;
  sigaction(SIGWINCH, NULL, &resize_of_curses);
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  action.sa_handler = note_resize;
  action.sa_flags = SA_RESTART;
  sigaction(SIGWINCH, &action, NULL);
}

void cc_signals_stop(void) {
  if (!is_started) return;
  is_started = 0;
  alarm(0);
  for (int i = 0; i < NOTED; i++) sigaction(noted_signals[i], &before_noted[i], NULL);
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &before_crash[i], NULL);
  signal(SIGWINCH, SIG_DFL);
}

void cc_end_by_signal(int signal) {
  cc_stop();
  end_now(signal);
}

int cc_ending_signal(void) { return ending; }
int cc_was_interrupted(void) { return ending == SIGINT; }

int cc_signal_taken(int signal) {
  int was = noted[signal];
  noted[signal] = 0;
  return was;
}

int cc_is_suspending(void) { return cc_signal_taken(SIGTSTP); }

void cc_signal_typed(int signal) {
  if (signal == SIGTSTP) noted[SIGTSTP] = 1;
  else raise(signal);
}

int cc_signals_pipe(void) { return wake_pipe[0]; }

int cc_signals_drain(void) {
  char buffer[64];
  int woken = 0;
  ssize_t count;
  while ((count = read(wake_pipe[0], buffer, sizeof buffer)) > 0)
    for (ssize_t i = 0; i < count; i++)
      if (buffer[i] == 'w') woken = 1;
  return woken;
}

void cc_wake(void) { write_to_pipe('w'); }

void cc_yield_to_terminal(void) {
#ifdef __linux__
  // To be nice is a matter of threads here, whatever POSIX says.
  setpriority(PRIO_PROCESS, (id_t)syscall(SYS_gettid), 10);
#else
  pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0);
#endif
}

void cc_prepare_thread(void) {
  give_stack();
  sigset_t set;
  sigemptyset(&set);
  for (int i = 0; i < NOTED; i++) sigaddset(&set, noted_signals[i]);
  sigaddset(&set, SIGWINCH);
  sigaddset(&set, SIGQUIT);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
}
