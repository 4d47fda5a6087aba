#ifndef CLIBEDIT_H
#define CLIBEDIT_H

#include <stddef.h>

/*
 * Fixed-arity wrappers round libedit, whose own settings are variadic and take FILE pointers.
 *
 * The editor works on standard input and output, which must be terminals. One editor at a time,
 * on one thread. All text is UTF-8.
 */

/* ---- Characters and the terminal ---- */

/* Sets the character set from the environment, or to C.UTF-8 where that is not UTF-8.
 * Returns 1 if characters are UTF-8 from now on, else 0. Call it before cle_open. */
int cle_use_utf8(void);

/* Columns that libedit gives a character; -1 for one that does not print. */
int cle_width(unsigned int scalar);

/* Size of the terminal on standard output; 0 where it is not known. */
int cle_columns(void);
int cle_rows(void);

/* ---- Signals ---- */

/* Makes Ctrl-C set a flag, which cle_interrupted reads. A blocking read then fails with EINTR.
 * With `once`, a second Ctrl-C ends the program, and nothing changes where Ctrl-C is ignored. */
void cle_catch_interrupt(int once);

/* Whether Ctrl-C came since the flag was cleared. May be called from any thread. */
int cle_interrupted(void);
void cle_clear_interrupt(void);

/* ---- The editor ---- */

/* A line editor; histedit.h stays on this side. */
typedef struct cle_editor cle_editor;

/* The line that is being edited; `text` is not terminated and lives until the line changes. */
typedef struct {
  const char *text;
  size_t count;
  size_t cursor; /* byte offset */
} cle_line;

/* What the user asks for with a key. */
typedef enum {
  CLE_ACCEPT,          /* Enter */
  CLE_BREAK_LINE,      /* Alt-Enter */
  CLE_COMPLETE,        /* Tab */
  CLE_SEARCH,          /* Ctrl-R */
  CLE_PASTE,           /* a bracketed paste begins */
  CLE_UP,
  CLE_DOWN,
  CLE_LEFT,
  CLE_RIGHT,
  CLE_LINE_START,      /* Home, Ctrl-A */
  CLE_LINE_END,        /* End, Ctrl-E */
  CLE_ERASE_BACKWARD,  /* Backspace */
  CLE_ERASE_FORWARD,   /* Delete */
  CLE_COMMAND_COUNT
} cle_command;

/* What a command did to the line. */
typedef enum {
  CLE_NOTHING,
  CLE_CHANGED, /* the text changed */
  CLE_MOVED,   /* only the cursor moved */
  CLE_REFUSED  /* beep */
} cle_effect;

typedef struct {
  void *context;
  /* Carries out a command with the functions below. */
  cle_effect (*command)(void *context, cle_command command);
  /* Erases the line from the screen and leaves the cursor at the left of its first row: the
   * terminal has a new size, and the line is drawn anew afterwards. */
  void (*erase)(void *context);
  /* Ctrl-C: leaves the cursor at the left of the row below the line, which is given up. */
  void (*abandon)(void *context);
} cle_callbacks;

/* Opens an editor with emacs keys, then reads the user's .editrc, then binds the keys that the
 * commands need. `program` is the name that .editrc knows. Signals that end the program restore
 * the terminal first. NULL without memory or terminal. */
cle_editor *cle_open(const char *program, const cle_callbacks *callbacks, int history_limit);
void cle_close(cle_editor *editor);

/* How reading a line ended. */
typedef enum { CLE_LINE, CLE_END, CLE_INTERRUPTED, CLE_FAILED } cle_outcome;

/* Shows `prompt` and reads a line. In the prompt, \001 stands on both sides of what takes no
 * columns; it must end in a visible character. With CLE_LINE, `line` is what was typed, valid until
 * the next call. */
cle_outcome cle_read(cle_editor *editor, const char *prompt, cle_line *line);

/* Adds an entry to what Up and Down recall, or forgets all. Return 0, or -1 without memory. */
int cle_history_add(cle_editor *editor, const char *entry);
int cle_history_clear(cle_editor *editor);

/* ---- For commands ---- */

cle_line cle_current(cle_editor *editor);

/* Inserts at the cursor. Returns 0, or -1 where the line cannot grow. */
int cle_insert(cle_editor *editor, const char *text);

/* Deletes code points before the cursor. */
void cle_delete(cle_editor *editor, int count);

/* Moves the cursor by code points; stops at the ends. */
void cle_move(cle_editor *editor, int distance);

/* Built-in commands, carried out after the one that asks for them. */
typedef enum {
  CLE_FINISH,           /* ends the line */
  CLE_PREVIOUS_ENTRY,
  CLE_NEXT_ENTRY,
  CLE_PREVIOUS_ROW,
  CLE_NEXT_ROW
} cle_builtin;
void cle_then(cle_editor *editor, cle_builtin builtin);

/* Types `text` for the user, after the command. */
void cle_type(cle_editor *editor, const char *text);

/* Reads a key, decoded. Returns 1, 0 at the end of the input, -1 on Ctrl-C or an error, 2 where
 * the terminal has a new size or is back from another program: what the command has drawn must be
 * drawn anew. */
int cle_read_key(cle_editor *editor, unsigned int *scalar);

/* Whether input is there, or comes within `milliseconds`. */
int cle_has_input(int milliseconds);

/* Writes to the terminal at once, past the editor. */
void cle_write(const char *text, size_t count);

/* Draws prompt and line anew from where the cursor is, which must be the left of an empty row. */
void cle_redraw(cle_editor *editor);

#endif
