#pragma once

#ifdef __APPLE__
#define _DARWIN_C_SOURCE
#else
#define _GNU_SOURCE
#endif
#define NCURSES_WIDECHAR 1

#include <curses.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#include "ccurses.h"

// screen.c
// Sends what ncurses doesn't know of: bracketed paste on.
void cc_enter_modes(void);
// Takes a new size over if the terminal has one; adds a KEY_RESIZE to what has come in.
void cc_take_size(void);

// input.c
void cc_input_start(int use_mouse);
void cc_input_stop(void);

// leaving.c: what must be done to leave, in functions that a signal handler may call.
void cc_leaving_prepare(void);
void cc_leaving_measure(void);
// Everything, in place of endwin; and what is left to do after it.
void cc_leave_now(void);
void cc_leave_after_endwin(void);
extern volatile sig_atomic_t cc_screen_is_up;

// standard_error.c
void cc_standard_error_aside(void);
void cc_standard_error_back(void);

// signals.c
void cc_signals_start(void);
void cc_signals_chain_resize(void);
void cc_signals_stop(void);
// Takes the note of a signal: 1 if it came since it was last asked for.
int cc_signal_taken(int signal);
// What the terminal would do about its keys for interrupt, stop and quit.
void cc_signal_typed(int signal);
// The end of the pipe that becomes readable when a signal came or cc_wake was called.
int cc_signals_pipe(void);
// Empties the pipe; 1 if cc_wake was called.
int cc_signals_drain(void);
