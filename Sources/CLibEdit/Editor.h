#ifndef CLIBEDIT_EDITOR_H
#define CLIBEDIT_EDITOR_H

#include "CLibEdit.h"

#include <histedit.h>
#include <wchar.h>

/* A key of a keymap. */
typedef struct {
  char *key;
  const char *name; /* of libedit's command */
  int keymaps;
  int is_required;
} cle_binding;

struct cle_editor {
  EditLine *el;
  History *history;
  cle_callbacks callbacks;
  char *prompt;
  cle_binding *bindings;
  size_t binding_count;
  int has_vi_keys;
  int row_count;       /* rows that libedit draws in; 0 for those of the terminal */
  int is_modal;        /* a command reads keys itself */
  int screen_changed;  /* ... and has something to draw anew */
  int has_pending_key; /* one that was read to look ahead */
  wchar_t pending_key;
};

/* What stands for Escape where no other key follows, in vi's keymaps: a C1 control, which no one
 * types. */
#define CLE_LONE_ESCAPE L'\x9e'
#define CLE_LONE_ESCAPE_KEY "\xc2\x9e"

cle_editor *cle_editor_of(EditLine *el);

/* Tells libedit the columns of the terminal, and the rows that it may draw in. */
void cle_adopt_size(cle_editor *editor);

/* What libedit calls for each key. */
int cle_next_key(EditLine *el, wchar_t *key);

/* Makes the commands known to libedit. Returns 0, or -1. */
int cle_add_commands(EditLine *el);

void cle_free_bindings(cle_editor *editor);

#endif
