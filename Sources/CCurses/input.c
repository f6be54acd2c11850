// What comes in: keys, text, pastes, clicks, and the waiting for them.

#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <time.h>
#include <wchar.h>

// Far from KEY_MAX, after which ncurses numbers the keys that only some terminals have.
enum { KEY_PASTE_BEGIN = 0x4000, KEY_PASTE_END = 0x4001 };

// What is read from a pad doesn't refresh the screen.
static WINDOW *input = NULL;
static mbstate_t partial;
static int is_pasting = 0;
// Milliseconds, of the last byte pasted and of the last lone Escape.
static long long pasted_at = 0;
static long long escaped_at = 0;
static int held = ERR;
// How often the terminal said there was input when there was none: it does at its end.
static int empty_reads = 0;
static MEVENT mouse;

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void cc_input_start(int use_mouse) {
  input = newpad(1, 1);
  keypad(input, TRUE);
  nodelay(input, TRUE);
  define_key("\033[200~", KEY_PASTE_BEGIN);
  define_key("\033[201~", KEY_PASTE_END);
  partial = (mbstate_t){0};
  is_pasting = 0;
  held = ERR;
  empty_reads = 0;
  if (!use_mouse) return;
  mouseinterval(0);
  mmask_t wanted = BUTTON1_PRESSED | BUTTON1_DOUBLE_CLICKED | BUTTON4_PRESSED;
#ifdef BUTTON5_PRESSED
  wanted |= BUTTON5_PRESSED;
#endif
  mousemask(wanted, NULL);
}

void cc_input_stop(void) {
  if (input != NULL) delwin(input);
  input = NULL;
}

int cc_wait(int milliseconds) {
  struct pollfd sources[2] = {
    {.fd = STDIN_FILENO, .events = POLLIN, .revents = 0},
    {.fd = cc_signals_pipe(), .events = POLLIN, .revents = 0},
  };
  int count;
  do count = poll(sources, 2, milliseconds);
  while (count < 0 && errno == EAGAIN);
  if (count < 0) sources[0].revents = sources[1].revents = 0;
  int result = 0;
  if (cc_signals_drain()) result |= CC_WOKEN;
  if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) result |= CC_GONE;
  if (sources[0].revents & POLLIN) {
    result |= CC_INPUT;
    if (++empty_reads > 2) result |= CC_GONE;
  }
  if (cc_signal_taken(SIGWINCH)) result |= CC_INPUT;
  if (cc_ending_signal() != 0) result |= CC_ENDING;
  if (cc_signal_taken(SIGCONT)) {
    // Stopped by a signal that nothing can catch: the shell has had the terminal in the meantime.
    endwin();
    cc_take_size();
    clearok(curscr, TRUE);
    refresh();
    cc_enter_modes();
    result |= CC_CONTINUED;
  }
  return result;
}

// --- Names for keys ------------------------------------------------------------------------------------------------

static int mouse_event(void) {
  return getmouse(&mouse) == OK ? CC_MOUSE : CC_NONE;
}

static int named(int key) {
  switch (key) {
  case KEY_UP: case KEY_SR: return CC_UP;
  case KEY_DOWN: case KEY_SF: return CC_DOWN;
  case KEY_LEFT: case KEY_SLEFT: return CC_LEFT;
  case KEY_RIGHT: case KEY_SRIGHT: return CC_RIGHT;
  case KEY_ENTER: return CC_ENTER;
  case KEY_BTAB: return CC_BACK_TAB;
  case KEY_BACKSPACE: return CC_BACKSPACE;
  case KEY_DC: case KEY_SDC: return CC_DELETE;
  case KEY_IC: case KEY_SIC: return CC_INSERT;
  case KEY_HOME: case KEY_SHOME: case KEY_FIND: case KEY_A1: return CC_HOME;
  case KEY_END: case KEY_SEND: case KEY_SELECT: case KEY_LL: case KEY_C1: return CC_END;
  case KEY_PPAGE: case KEY_SPREVIOUS: case KEY_A3: return CC_PAGE_UP;
  case KEY_NPAGE: case KEY_SNEXT: case KEY_C3: return CC_PAGE_DOWN;
  case KEY_RESIZE: return CC_RESIZED;
  case KEY_MOUSE: return mouse_event();
  case KEY_PASTE_BEGIN: is_pasting = 1; pasted_at = now(); return CC_PASTE_BEGIN;
  case KEY_PASTE_END: is_pasting = 0; return CC_PASTE_END;
  default: return key > KEY_F0 && key <= KEY_F0 + 24 ? CC_FUNCTION + key - KEY_F0 : CC_NONE;
  }
}

static int control(int byte) {
  switch (byte) {
  case 0: return CC_NONE;
  case 3: cc_signal_typed(SIGINT); return CC_NONE;
  case 26: cc_signal_typed(SIGTSTP); return CC_NONE;
  case 28: cc_signal_typed(SIGQUIT); return CC_NONE;
  case 8: case 127: return CC_BACKSPACE;
  case 9: return CC_TAB;
  case 10: case 13: return CC_ENTER;
  default: return byte <= 26 ? CC_CONTROL + byte : CC_NONE;
  }
}

// --- Text, by the locale's encoding --------------------------------------------------------------------------------

static int character(int byte) {
  char one = (char)byte;
  wchar_t scalar = 0;
  size_t length = mbrtowc(&scalar, &one, 1, &partial);
  if (length == (size_t)-2) return CC_NONE;
  if (length == (size_t)-1) {
    partial = (mbstate_t){0};
    return CC_NONE;
  }
  return (int)scalar;
}

// --- Sequences that ncurses didn't know: turned into keys where they are some, else swallowed, never typed ---------

static int of_final(int final, int parameter) {
  switch (final) {
  case 'A': return CC_UP;
  case 'B': return CC_DOWN;
  case 'C': return CC_RIGHT;
  case 'D': return CC_LEFT;
  case 'H': return CC_HOME;
  case 'F': return CC_END;
  case 'Z': return CC_BACK_TAB;
  case 'M': return CC_ENTER;
  case '~': break;
  default: return CC_NONE;
  }
  switch (parameter) {
  case 1: case 7: return CC_HOME;
  case 2: return CC_INSERT;
  case 3: return CC_DELETE;
  case 4: case 8: return CC_END;
  case 5: return CC_PAGE_UP;
  case 6: return CC_PAGE_DOWN;
  case 200: return named(KEY_PASTE_BEGIN);
  case 201: return named(KEY_PASTE_END);
  default: return CC_NONE;
  }
}

// The rest of a control sequence, whose next byte is `byte`.
static int control_sequence(int byte) {
  int parameter = 0;
  int is_first = 1;
  if (byte == '[') {
    // The Linux console's function keys.
    wgetch(input);
    return CC_NONE;
  }
  while (byte != ERR && byte < 0x40) {
    if (byte == ';') is_first = 0;
    if (is_first && byte >= '0' && byte <= '9' && parameter < 1000) parameter = parameter * 10 + byte - '0';
    byte = wgetch(input);
  }
  return byte == ERR || byte > 0x7E ? CC_NONE : of_final(byte, parameter);
}

// An answer of the terminal, up to BEL or ESC and a backslash.
static int swallow_string(int byte) {
  while (byte != ERR && byte != 7 && byte != 27) byte = wgetch(input);
  if (byte == 27) wgetch(input);
  return CC_NONE;
}

static int sequence(int introducer, int byte) {
  if (introducer == '[') return control_sequence(byte);
  if (introducer == 'O') return of_final(byte, 0);
  return swallow_string(byte);
}

static int is_introducer(int byte) { return byte == '[' || byte == 'O' || byte == ']' || byte == 'P'; }

static int after_escape(void) {
  int byte = wgetch(input);
  if (byte == ERR) {
    escaped_at = now();
    return CC_ESCAPE;
  }
  if (is_introducer(byte)) {
    int next = wgetch(input);
    if (next != ERR) return sequence(byte, next);
  }
  // Escape and a key in one go, or Alt with it.
  held = byte;
  return CC_ESCAPE;
}

static int typed(int byte) {
  if (byte == 27) return after_escape();
  // The rest of a sequence whose Escape came alone over a slow line: nobody types two keys within one read.
  if ((byte == '[' || byte == 'O') && now() - escaped_at < 300) {
    int next = wgetch(input);
    if (next != ERR) return sequence(byte, next);
  }
  return byte < 32 || byte == 127 ? control(byte) : character(byte);
}

static int pasted(int key) {
  pasted_at = now();
  if (key >= KEY_MIN) return key == KEY_PASTE_END || key == KEY_RESIZE ? named(key) : CC_NONE;
  if (key == 10 || key == 13) return '\n';
  if (key == 9) return '\t';
  return key < 32 || key == 127 ? CC_NONE : character(key);
}

static int next_key(void) {
  int key = held != ERR ? held : wgetch(input);
  held = ERR;
  if (key != ERR) empty_reads = 0;
  return key;
}

int cc_next(void) {
  for (;;) {
    int key = next_key();
    if (key == ERR) return CC_NONE;
    if (is_pasting && now() - pasted_at > 1000) {
      // Its end was lost on the way; keys are keys again.
      held = key;
      return named(KEY_PASTE_END);
    }
    int event = is_pasting ? pasted(key) : key >= KEY_MIN ? named(key) : typed(key);
    if (event != CC_NONE) return event;
  }
}

int cc_mouse_action(void) {
  if (mouse.bstate & BUTTON1_DOUBLE_CLICKED) return CC_DOUBLE_CLICK;
  if (mouse.bstate & BUTTON1_PRESSED) return CC_CLICK;
  if (mouse.bstate & BUTTON4_PRESSED) return CC_WHEEL_UP;
#ifdef BUTTON5_PRESSED
  if (mouse.bstate & BUTTON5_PRESSED) return CC_WHEEL_DOWN;
#endif
  return 0;
}

int cc_mouse_column(void) { return mouse.x; }
int cc_mouse_row(void) { return mouse.y; }
