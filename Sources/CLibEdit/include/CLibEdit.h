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
  CLE_ACCEPT,             /* run the query, or open a row where it goes on */
  CLE_RUN,                /* run it as it stands */
  CLE_BREAK_LINE,
  CLE_COMPLETE,
  CLE_SEARCH,
  CLE_PASTE,              /* a bracketed paste begins */
  CLE_UP,
  CLE_DOWN,
  CLE_LEFT,
  CLE_RIGHT,
  CLE_PREVIOUS_WORD,
  CLE_NEXT_WORD,
  CLE_ROW_START,
  CLE_ROW_END,
  CLE_ERASE_BACKWARD,
  CLE_ERASE_FORWARD,
  CLE_ERASE_OR_END,       /* the input ends where the line is empty */
  CLE_CUT_WORD_BACKWARD,
  CLE_CUT_WORD_FORWARD,
  CLE_CUT_BLANK_BACKWARD, /* back to white space */
  CLE_CUT_TO_START,
  CLE_CUT_TO_END,
  CLE_PUT_BACK,
  CLE_UNDO,
  CLE_REDO,
  CLE_EDIT,               /* in another program */
  CLE_COMMAND_COUNT
} cle_command;

/* What a command did to the line. */
typedef enum {
  CLE_NOTHING,
  CLE_CHANGED, /* the text changed */
  CLE_MOVED,   /* only the cursor moved */
  CLE_REFUSED, /* beep */
  CLE_ENDED    /* the input is at its end */
} cle_effect;

/* What the time before a key is good for. */
typedef enum {
  CLE_KEYS_QUEUED, /* nothing that takes time: more keys may be there; comes before every key */
  CLE_SHORT_PAUSE, /* to draw: no key is there */
  CLE_LONG_PAUSE   /* for more: the user rests */
} cle_pause;

typedef struct {
  void *context;
  /* Carries out a command with the functions below. */
  cle_effect (*command)(void *context, cle_command command);
  /* The line is drawn, and a key is waited for; not while a command reads keys. */
  void (*pause)(void *context, cle_pause pause);
  /* A key has come, which libedit is about to act on: what stands beside the line and could be in
   * its way is to go, with cle_put. */
  void (*key)(void *context);
  /* Erases the line from the screen and leaves the cursor at the left of its first row: the
   * terminal has a new size, and the line is drawn anew afterwards. */
  void (*erase)(void *context);
  /* Ctrl-C: leaves the cursor at the left of the row below the line, which is given up. */
  void (*abandon)(void *context);
} cle_callbacks;

/* Opens an editor. `program` is the name that the user's .editrc knows. Signals that end the program
 * restore the terminal first. NULL without memory or terminal. */
cle_editor *cle_open(const char *program, const cle_callbacks *callbacks, int history_limit);
void cle_close(cle_editor *editor);

/* ---- Keys ---- */

/* Where a key is bound: in emacs keys, in vi keys while text is typed, and while commands are. */
enum { CLE_EMACS_KEYS = 1, CLE_VI_INSERT_KEYS = 2, CLE_VI_COMMAND_KEYS = 4 };

/* Notes a binding of `key` in some keymaps, in libedit's spelling of keys, or that it does nothing.
 * What is required holds whatever .editrc says. Return 0, or -1 without memory. */
int cle_bind(cle_editor *editor, const char *key, cle_command command, int keymaps,
             int is_required);
int cle_ignore(cle_editor *editor, const char *key, int keymaps, int is_required);

/* Binds the keys, with the user's .editrc in between. Returns 0, or -1. */
int cle_apply_bindings(cle_editor *editor);

/* ---- Reading ---- */

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
typedef enum { CLE_FINISH /* ends the line */ } cle_builtin;
void cle_then(cle_editor *editor, cle_builtin builtin);

/* Types `text` for the user, after the command. */
void cle_type(cle_editor *editor, const char *text);

/* Reads a key, decoded. Returns 1, 0 at the end of the input, -1 on Ctrl-C or an error, 2 where
 * the terminal has a new size or is back from another program: what the command has drawn must be
 * drawn anew. */
int cle_read_key(cle_editor *editor, unsigned int *scalar);

/* Whether input is there, or comes within `milliseconds`. */
int cle_has_input(int milliseconds);

/* Runs a program by the name in words[0], with the terminal as it was before the line; `words` end
 * in NULL. Returns its exit code, or -1 where it did not start or a signal ended it. The line is to
 * be drawn anew. */
int cle_run_program(cle_editor *editor, const char *const *words);

/* Writes to the terminal past the editor: with what is written next, or at once. */
void cle_put(const char *text, size_t count);
void cle_write(const char *text, size_t count);

/* Lets libedit draw in so many rows until the line has been read, rather than in those of the
 * terminal: in a line that is as tall as what it draws in, it writes past its memory of the screen. It
 * forgets what it has drawn; redraw afterwards. */
void cle_set_rows(cle_editor *editor, int rows);

/* Draws prompt and line anew from where the cursor is, which must be the left of an empty row. */
void cle_redraw(cle_editor *editor);

#endif
