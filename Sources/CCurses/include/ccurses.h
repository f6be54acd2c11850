#pragma once

// ncurses behind plain integers: the only target that sees <curses.h>. Every function is for the thread that called
// cc_start, but for cc_wake, cc_prepare_thread and cc_yield_to_terminal.

// --- Coming up and going down -------------------------------------------------------------------------------------

enum {
  CC_STARTED = 0,
  // Standard input or output is not a terminal.
  CC_NOT_A_TERMINAL = 1,
  // The terminal can't place its cursor (TERM is dumb, unknown or not set).
  CC_NO_CURSOR_ADDRESSING = 2,
  CC_FAILED = 3,
};

// Takes the terminal over: alternate screen, keys raw, bracketed paste. `use_color` 0 for none, 1 for what the
// terminal has. `use_mouse` 1 to hear of clicks and of the wheel. Standard error is kept aside until cc_stop.
int cc_start(int use_color, int use_mouse);

// Gives the terminal back as it was found, and writes to standard error what was kept aside. Harmless when repeated.
void cc_stop(void);

// Leaves the screen, stops the process until it is continued, and comes back. `whole_group` 1 to stop the other
// processes of the job too, as the terminal's own key for it does.
void cc_suspend(int whole_group);

// Ends the process by the signal that asked for it, so that its parent sees the right status. Call it after cc_stop.
void cc_end_by_signal(int signal);

int cc_width(void);
int cc_height(void);
// 0 where colours are not there or not wanted.
int cc_colors(void);
// 1 where the locale's encoding is UTF-8.
int cc_is_utf8(void);
// Without taking the terminal over: the colours it has, or -1 where there is no screen to be had. Afterwards
// cc_is_utf8 is right.
int cc_examine(void);
// What ncurses calls itself, such as "ncurses 6.4.20221231".
const char *cc_version(void);
// 1 where the terminal has a faint face.
int cc_has_dim(void);

// --- Painting ------------------------------------------------------------------------------------------------------

enum { CC_BOLD = 1, CC_DIM = 2, CC_UNDERLINE = 4, CC_REVERSE = 8, CC_ITALIC = 16 };

// Says how cells of style `index` (0 to 63) look. Colours are -1 for the terminal's own, or 0 to cc_colors() - 1.
void cc_style(int index, int foreground, int background, int attributes);

void cc_frame_begin(void);
// One character of `width` columns with up to three combining marks (0 for none). What the C library measures
// otherwise becomes question marks of that width, so that nothing after it moves.
void cc_put(int row, int column, int width, int style, unsigned scalar, unsigned mark1, unsigned mark2, unsigned mark3);
// Sends the difference to what is shown, and leaves the hardware cursor there.
void cc_frame_end(int row, int column, int cursor_visible);

// --- Waiting and hearing -------------------------------------------------------------------------------------------

enum {
  CC_INPUT = 1,
  // Somebody called cc_wake.
  CC_WOKEN = 2,
  // The terminal has vanished.
  CC_GONE = 4,
  // A signal asks the program to end; cc_ending_signal tells which.
  CC_ENDING = 8,
  // The process was stopped and goes on: everything was painted anew, perhaps at another size.
  CC_CONTINUED = 32,
};

// Waits for any of the above and returns all that hold, or 0 after so many milliseconds; below 0: without an end. Keys may
// ask to end or to suspend too: ask again after cc_next.
int cc_wait(int milliseconds);
int cc_ending_signal(void);
// 1 where it is the interrupt of Ctrl-C.
int cc_was_interrupted(void);

// 1 once where Ctrl-Z was typed or a signal asks for it: the process is to be suspended (call cc_suspend).
int cc_is_suspending(void);

// Ends a cc_wait, from any thread.
void cc_wake(void);

enum {
  CC_NONE = -1,
  CC_KEYS = 0x200000,
  CC_UP, CC_DOWN, CC_LEFT, CC_RIGHT,
  CC_ENTER, CC_ESCAPE, CC_TAB, CC_BACK_TAB, CC_BACKSPACE, CC_DELETE, CC_INSERT,
  CC_HOME, CC_END, CC_PAGE_UP, CC_PAGE_DOWN,
  CC_RESIZED, CC_PASTE_BEGIN, CC_PASTE_END, CC_MOUSE,
  // Plus 1 to 26: Ctrl with a letter.
  CC_CONTROL = 0x200100,
  // Plus 1 to 24.
  CC_FUNCTION = 0x200200,
};

// The next event that has come in: a Unicode scalar, or one of the above; CC_NONE where there is none. Never waits
// longer than it takes to tell Escape from the beginning of a key's sequence.
int cc_next(void);

enum { CC_CLICK = 1, CC_DOUBLE_CLICK = 2, CC_WHEEL_UP = 3, CC_WHEEL_DOWN = 4 };

// Of the CC_MOUSE that came last: one of the above (or 0), and where.
int cc_mouse_action(void);
int cc_mouse_column(void);
int cc_mouse_row(void);

// --- Other threads -------------------------------------------------------------------------------------------------

// For a thread of our own, at its beginning: signals go to the terminal's thread, and a stack that overflows still
// leaves the terminal as it was.
void cc_prepare_thread(void);

// This thread gives way to the terminal's wherever both could run.
void cc_yield_to_terminal(void);
