#define _GNU_SOURCE
#include "Editor.h"

#include "Signals.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* ---- Characters and the terminal ---- */

int cle_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

int cle_width(unsigned int scalar) { return wcwidth((wchar_t)scalar); }

static struct winsize terminal_size(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) memset(&size, 0, sizeof size);
  return size;
}

int cle_columns(void) { return terminal_size().ws_col; }
int cle_rows(void) { return terminal_size().ws_row; }

void cle_put(const char *text, size_t count) { fwrite(text, 1, count, stdout); }

void cle_write(const char *text, size_t count) {
  cle_put(text, count);
  fflush(stdout);
}

/* ---- Life ---- */

cle_editor *cle_editor_of(EditLine *el) {
  cle_editor *editor = NULL;
  el_get(el, EL_CLIENTDATA, &editor);
  return editor;
}

static char *prompt_of(EditLine *el) {
  cle_editor *editor = cle_editor_of(el);
  static char none[] = "";
  return editor != NULL && editor->prompt != NULL ? editor->prompt : none;
}

cle_editor *cle_open(const char *program, const cle_callbacks *callbacks, int history_limit) {
  cle_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->callbacks = *callbacks;
  editor->history = history_init();
  cle_guard_terminal();
  editor->el = editor->history != NULL ? el_init(program, stdin, stdout, stderr) : NULL;
  if (editor->el == NULL) {
    cle_close(editor);
    return NULL;
  }
  EditLine *el = editor->el;
  HistEvent event;
  /* The size is 0 until it is set. */
  history(editor->history, &event, H_SETSIZE, history_limit);
  history(editor->history, &event, H_SETUNIQUE, 1);
  el_set(el, EL_CLIENTDATA, editor);
  /* Debian builds libedit with vi keys. */
  el_set(el, EL_EDITOR, "emacs");
  /* Its handlers would signal the whole process group. */
  el_set(el, EL_SIGNAL, 0);
  el_set(el, EL_PROMPT_ESC, prompt_of, '\1');
  el_set(el, EL_HIST, history, editor->history);
  el_wset(el, EL_GETCFN, cle_next_key);
  if (cle_add_commands(el) != 0) {
    cle_close(editor);
    return NULL;
  }
  cle_catch_screen_changes();
  return editor;
}

void cle_close(cle_editor *editor) {
  if (editor == NULL) return;
  if (editor->el != NULL) {
    /* Keeps what was typed ahead for the next program. */
    el_set(editor->el, EL_EDITMODE, 0);
    el_end(editor->el);
  }
  if (editor->history != NULL) history_end(editor->history);
  cle_free_bindings(editor);
  free(editor->prompt);
  free(editor);
}

/* ---- Reading ---- */

cle_outcome cle_read(cle_editor *editor, const char *prompt, cle_line *line) {
  char *copy = strdup(prompt);
  if (copy == NULL) return CLE_FAILED;
  free(editor->prompt);
  editor->prompt = copy;
  /* What was typed ahead has been echoed where the prompt goes. */
  static const char begin[] = "\r\x1b[K\x1b[?2004h";
  /* The row below the line may hold something that was shown beside it. */
  static const char end[] = "\x1b[J\x1b[?2004l";
  editor->has_pending_key = 0;
  cle_resize_flag = 0;
  cle_continue_flag = 0;
  cle_editing_flag = 1;
  editor->row_count = 0;
  cle_adopt_size(editor);
  /* Before the prompt, so that the terminal does not echo what is typed as soon as it shows. */
  el_set(editor->el, EL_PREP_TERM, 1);
  cle_write(begin, sizeof begin - 1);
  int count = 0;
  errno = 0;
  const char *text = el_gets(editor->el, &count);
  int error = errno;
  cle_write(end, sizeof end - 1);
  cle_editing_flag = 0;
  if (cle_interrupt_flag || (text == NULL && count < 0 && error == EINTR)) {
    cle_interrupt_flag = 0;
    el_reset(editor->el);
    return CLE_INTERRUPTED;
  }
  if (text == NULL || count <= 0) return count == 0 || error == 0 ? CLE_END : CLE_FAILED;
  size_t length = (size_t)count;
  if (text[length - 1] == '\n') length--;
  *line = (cle_line){.text = text, .count = length, .cursor = length};
  return CLE_LINE;
}

int cle_history_add(cle_editor *editor, const char *entry) {
  HistEvent event;
  return history(editor->history, &event, H_ENTER, entry) < 0 ? -1 : 0;
}

int cle_history_clear(cle_editor *editor) {
  HistEvent event;
  return history(editor->history, &event, H_CLEAR) < 0 ? -1 : 0;
}

/* ---- For commands ---- */

cle_line cle_current(cle_editor *editor) {
  const LineInfo *info = el_line(editor->el);
  return (cle_line){
      .text = info->buffer,
      .count = (size_t)(info->lastchar - info->buffer),
      .cursor = (size_t)(info->cursor - info->buffer),
  };
}

int cle_insert(cle_editor *editor, const char *text) {
  return *text == '\0' ? 0 : el_insertstr(editor->el, text);
}

void cle_delete(cle_editor *editor, int count) {
  if (count > 0) el_deletestr(editor->el, count);
}

void cle_move(cle_editor *editor, int distance) { el_cursor(editor->el, distance); }

void cle_type(cle_editor *editor, const char *text) { el_push(editor->el, text); }

void cle_adopt_size(cle_editor *editor) {
  char rows[16];
  el_resize(editor->el);
  if (editor->row_count == 0) return;
  snprintf(rows, sizeof rows, "%d", editor->row_count);
  el_set(editor->el, EL_SETTC, "li", rows, NULL);
}

void cle_set_rows(cle_editor *editor, int rows) {
  editor->row_count = rows;
  cle_adopt_size(editor);
}

void cle_redraw(cle_editor *editor) { el_set(editor->el, EL_REFRESH); }
