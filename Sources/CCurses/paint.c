// Cells to the terminal; ncurses finds what differs.

#include "internal.h"

#include <wchar.h>

enum { STYLES = 64 };

static struct {
  attr_t attributes;
  short pair;
} styles[STYLES];

void cc_style(int index, int foreground, int background, int attributes) {
  if (index < 0 || index >= STYLES) return;
  attr_t taken = A_NORMAL;
  if (attributes & CC_BOLD) taken |= A_BOLD;
  if (attributes & CC_DIM) taken |= A_DIM;
  if (attributes & CC_UNDERLINE) taken |= A_UNDERLINE;
  if (attributes & CC_REVERSE) taken |= A_REVERSE;
#ifdef A_ITALIC
  if (attributes & CC_ITALIC) taken |= A_ITALIC;
#endif
  styles[index].attributes = taken;
  styles[index].pair = 0;
  if (cc_colors() == 0 || (foreground < 0 && background < 0)) return;
  if (init_pair((short)(index + 1), (short)foreground, (short)background) == ERR) return;
  styles[index].pair = (short)(index + 1);
}

void cc_frame_begin(void) {
  // Not clear(), which would send the whole screen anew.
  erase();
}

static void put_question_marks(int row, int column, int width, int style) {
  const wchar_t mark[2] = {L'?', 0};
  cchar_t cell;
  if (setcchar(&cell, mark, styles[style].attributes, styles[style].pair, NULL) == ERR) return;
  for (int i = 0; i < width; i++) mvadd_wch(row, column + i, &cell);
}

void cc_put(
    int row, int column, int width, int style, unsigned scalar, unsigned mark1, unsigned mark2, unsigned mark3) {
  // A wide character that reached over the edge would wrap to the next row.
  if (row < 0 || column < 0 || row >= cc_height() || column + width > cc_width()) return;
  if (style < 0 || style >= STYLES) style = 0;
  const wchar_t text[5] = {(wchar_t)scalar, (wchar_t)mark1, (wchar_t)mark2, (wchar_t)mark3, 0};
  cchar_t cell;
  if ((scalar >= 0x7F && wcwidth((wchar_t)scalar) != width)
      || setcchar(&cell, text, styles[style].attributes, styles[style].pair, NULL) == ERR) {
    put_question_marks(row, column, width, style);
    return;
  }
  // Says ERR in the very last cell of the screen though it was written there.
  mvadd_wch(row, column, &cell);
}

void cc_frame_end(int row, int column, int cursor_visible) {
  curs_set(cursor_visible ? 1 : 0);
  if (row >= 0 && column >= 0 && row < cc_height() && column < cc_width()) move(row, column);
  refresh();
}
