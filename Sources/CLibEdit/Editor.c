#define _GNU_SOURCE
#include "CLibEdit.h"

#include "Signals.h"

#include <errno.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

struct cle_editor {
  EditLine *el;
  History *history;
  cle_callbacks callbacks;
  char *prompt;
  int is_modal;       /* a command reads keys itself */
  int screen_changed; /* ... and has something to draw anew */
};

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

void cle_write(const char *text, size_t count) {
  fwrite(text, 1, count, stdout);
  fflush(stdout);
}

/* ---- Keys ---- */

static cle_editor *editor_of(EditLine *el) {
  cle_editor *editor = NULL;
  el_get(el, EL_CLIENTDATA, &editor);
  return editor;
}

static char *prompt_of(EditLine *el) {
  cle_editor *editor = editor_of(el);
  static char none[] = "";
  return editor != NULL && editor->prompt != NULL ? editor->prompt : none;
}

/* The terminal was someone else's for a while, and is back in their settings. */
static void take_terminal_back(cle_editor *editor) {
  static const char begin[] = "\r\x1b[J\x1b[?2004h";
  el_set(editor->el, EL_PREP_TERM, 0);
  el_set(editor->el, EL_PREP_TERM, 1);
  cle_write(begin, sizeof begin - 1);
  el_resize(editor->el);
  if (!editor->is_modal) cle_redraw(editor);
}

static void adopt_size(cle_editor *editor) {
  if (!editor->is_modal) editor->callbacks.erase(editor->callbacks.context);
  el_resize(editor->el);
  if (!editor->is_modal) cle_redraw(editor);
}

/* Deals with what the signal handlers have noted. Returns 0, or -1 with EINTR on Ctrl-C or where a
 * command that reads keys must draw anew. */
static int handle_flags(cle_editor *editor) {
  int has_changed = cle_continue_flag || cle_resize_flag;
  if (cle_interrupt_flag) {
    if (!editor->is_modal) editor->callbacks.abandon(editor->callbacks.context);
    errno = EINTR;
    return -1;
  }
  if (cle_continue_flag) {
    cle_continue_flag = 0;
    cle_resize_flag = 0;
    take_terminal_back(editor);
  }
  if (cle_resize_flag) {
    cle_resize_flag = 0;
    adopt_size(editor);
  }
  if (!has_changed || !editor->is_modal) return 0;
  editor->screen_changed = 1;
  errno = EINTR;
  return -1;
}

/* Waits for a key, and returns like handle_flags. The signals are blocked but for the wait itself,
 * so that none falls between looking at its flag and going to sleep. */
static int wait_for_key(cle_editor *editor) {
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGINT);
  sigaddset(&blocked, SIGWINCH);
  sigaddset(&blocked, SIGCONT);
  for (;;) {
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    sigprocmask(SIG_BLOCK, &blocked, &before);
    int result = handle_flags(editor);
    int is_ready = result == 0 && (ppoll(&input, 1, NULL, &before) >= 0 || errno != EINTR);
    int saved_errno = errno;
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = saved_errno;
    if (result != 0) return result;
    /* Where a key and Ctrl-C came together, the signal is delivered only now. */
    if (is_ready && !cle_interrupt_flag) return 0;
  }
}

/* The built-in reader decodes the bytes; it is put in place for one call. */
static int read_key(EditLine *el, wchar_t *key) {
  if (wait_for_key(editor_of(el)) != 0) {
    *key = L'\0';
    return -1;
  }
  el_wset(el, EL_GETCFN, EL_BUILTIN_GETCFN);
  int result = el_wgetc(el, key);
  int saved_errno = errno;
  el_wset(el, EL_GETCFN, read_key);
  errno = saved_errno;
  return result;
}

static unsigned char run(EditLine *el, cle_command command) {
  cle_editor *editor = editor_of(el);
  switch (editor->callbacks.command(editor->callbacks.context, command)) {
  case CLE_NOTHING: return CC_NORM;
  case CLE_CHANGED: return CC_REFRESH;
  case CLE_MOVED: return CC_CURSOR;
  case CLE_REFUSED: return CC_ERROR;
  }
  return CC_ERROR;
}

/* libedit hands a function nothing but the key: each command has its own. */
#define COMMAND(name, command)                    \
  static unsigned char name(EditLine *el, int key) { \
    (void)key;                                    \
    return run(el, command);                      \
  }
COMMAND(accept_line, CLE_ACCEPT)
COMMAND(break_line, CLE_BREAK_LINE)
COMMAND(complete, CLE_COMPLETE)
COMMAND(search, CLE_SEARCH)
COMMAND(paste, CLE_PASTE)
COMMAND(go_up, CLE_UP)
COMMAND(go_down, CLE_DOWN)
COMMAND(go_left, CLE_LEFT)
COMMAND(go_right, CLE_RIGHT)
COMMAND(go_to_start, CLE_LINE_START)
COMMAND(go_to_end, CLE_LINE_END)
COMMAND(erase_backward, CLE_ERASE_BACKWARD)
COMMAND(erase_forward, CLE_ERASE_FORWARD)
#undef COMMAND

static const struct {
  const char *name;
  const char *help;
  unsigned char (*function)(EditLine *, int);
} functions[CLE_COMMAND_COUNT] = {
    [CLE_ACCEPT] = {"dateline-accept", "Run the query or open a line", accept_line},
    [CLE_BREAK_LINE] = {"dateline-break-line", "Open a line", break_line},
    [CLE_COMPLETE] = {"dateline-complete", "Complete", complete},
    [CLE_SEARCH] = {"dateline-search", "Search earlier queries", search},
    [CLE_PASTE] = {"dateline-paste", "Insert a bracketed paste", paste},
    [CLE_UP] = {"dateline-up", "Previous row or entry", go_up},
    [CLE_DOWN] = {"dateline-down", "Next row or entry", go_down},
    [CLE_LEFT] = {"dateline-left", "Previous character", go_left},
    [CLE_RIGHT] = {"dateline-right", "Next character", go_right},
    [CLE_LINE_START] = {"dateline-line-start", "Start of the row", go_to_start},
    [CLE_LINE_END] = {"dateline-line-end", "End of the row", go_to_end},
    [CLE_ERASE_BACKWARD] = {"dateline-erase-backward", "Erase before", erase_backward},
    [CLE_ERASE_FORWARD] = {"dateline-erase-forward", "Erase after", erase_forward},
};

/* Keys that no terminal sends, by which a command asks for a built-in one. */
static const struct {
  const char *key;
  const wchar_t *typed;
  const char *name;
} builtins[] = {
    [CLE_FINISH] = {"\x1b[990~F", L"\x1b[990~F", "ed-newline"},
    [CLE_PREVIOUS_ENTRY] = {"\x1b[990~P", L"\x1b[990~P", "ed-prev-history"},
    [CLE_NEXT_ENTRY] = {"\x1b[990~N", L"\x1b[990~N", "ed-next-history"},
    [CLE_PREVIOUS_ROW] = {"\x1b[990~U", L"\x1b[990~U", "ed-prev-line"},
    [CLE_NEXT_ROW] = {"\x1b[990~D", L"\x1b[990~D", "ed-next-line"},
};

typedef struct {
  const char *key;
  const char *name;
} binding;

/* The user's .editrc may change these. */
static const binding preferred[] = {
    {"\t", "dateline-complete"},
    {"^R", "dateline-search"},
    {"^W", "ed-delete-prev-word"},
    {"^U", "vi-kill-line-prev"},
    {"^A", "dateline-line-start"},
    {"^E", "dateline-line-end"},
    {"^B", "dateline-left"},
    {"^F", "dateline-right"},
    {"^P", "dateline-up"},
    {"^N", "dateline-down"},
    {"^H", "dateline-erase-backward"},
    {"^?", "dateline-erase-backward"},
    {"\x1b[A", "dateline-up"},
    {"\x1bOA", "dateline-up"},
    {"\x1b[B", "dateline-down"},
    {"\x1bOB", "dateline-down"},
    {"\x1b[D", "dateline-left"},
    {"\x1bOD", "dateline-left"},
    {"\x1b[C", "dateline-right"},
    {"\x1bOC", "dateline-right"},
    {"\x1b[H", "dateline-line-start"},
    {"\x1bOH", "dateline-line-start"},
    {"\x1b[1~", "dateline-line-start"},
    {"\x1b[7~", "dateline-line-start"},
    {"\x1b[F", "dateline-line-end"},
    {"\x1bOF", "dateline-line-end"},
    {"\x1b[4~", "dateline-line-end"},
    {"\x1b[8~", "dateline-line-end"},
    {"\x1b[3~", "dateline-erase-forward"},
    {"\x1b[1;5C", "em-next-word"},
    {"\x1b[1;3C", "em-next-word"},
    {"\x1b[5C", "em-next-word"},
    {"\x1bOc", "em-next-word"},
    {"\x1b[1;5D", "ed-prev-word"},
    {"\x1b[1;3D", "ed-prev-word"},
    {"\x1b[5D", "ed-prev-word"},
    {"\x1bOd", "ed-prev-word"},
    {"\x1b[3;5~", "em-delete-next-word"},
};

/* These hold whatever .editrc says. */
static const binding required[] = {
    {"\n", "dateline-accept"},
    {"\r", "dateline-accept"},
    {"\x1b\n", "dateline-break-line"},
    {"\x1b\r", "dateline-break-line"},
    {"\x1b[200~", "dateline-paste"},
};

static int bind_all(EditLine *el, const binding *bindings, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (el_set(el, EL_BIND, bindings[i].key, bindings[i].name, NULL) != 0) return -1;
  return 0;
}

static int bind_keys(EditLine *el) {
  for (size_t i = 0; i < CLE_COMMAND_COUNT; i++)
    if (el_set(el, EL_ADDFN, functions[i].name, functions[i].help, functions[i].function) != 0)
      return -1;
  if (bind_all(el, preferred, sizeof preferred / sizeof *preferred) != 0) return -1;
  /* No .editrc is no error. */
  el_source(el, NULL);
  for (size_t i = 0; i < sizeof builtins / sizeof *builtins; i++)
    if (el_set(el, EL_BIND, builtins[i].key, builtins[i].name, NULL) != 0) return -1;
  return bind_all(el, required, sizeof required / sizeof *required);
}

/* ---- Life ---- */

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
  el_wset(el, EL_GETCFN, read_key);
  if (bind_keys(el) != 0) {
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
  static const char end[] = "\x1b[?2004l";
  cle_resize_flag = 0;
  cle_continue_flag = 0;
  cle_editing_flag = 1;
  el_resize(editor->el);
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

void cle_then(cle_editor *editor, cle_builtin builtin) {
  el_wpush(editor->el, builtins[builtin].typed);
}

void cle_type(cle_editor *editor, const char *text) { el_push(editor->el, text); }

int cle_read_key(cle_editor *editor, unsigned int *scalar) {
  wchar_t key = L'\0';
  editor->is_modal = 1;
  editor->screen_changed = 0;
  int result = el_wgetc(editor->el, &key);
  editor->is_modal = 0;
  *scalar = (unsigned int)key;
  return result != 1 && editor->screen_changed ? 2 : result;
}

int cle_has_input(int milliseconds) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&input, 1, milliseconds) > 0;
}

void cle_redraw(cle_editor *editor) { el_set(editor->el, EL_REFRESH); }
