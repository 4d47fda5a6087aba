#define _GNU_SOURCE
#include "Editor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned char run(EditLine *el, cle_command command) {
  cle_editor *editor = cle_editor_of(el);
  switch (editor->callbacks.command(editor->callbacks.context, command)) {
  case CLE_NOTHING: return CC_NORM;
  case CLE_CHANGED: return CC_REFRESH;
  /* Not CC_CURSOR: with that, libedit loses its row where the line is taller than the screen. */
  case CLE_MOVED: return CC_REFRESH;
  case CLE_REFUSED: return CC_ERROR;
  case CLE_ENDED: return CC_EOF;
  }
  return CC_ERROR;
}

/* libedit hands a function nothing but the key: each command has its own. */
#define COMMANDS(each)                                                          \
  each(accept, CLE_ACCEPT, "Run the query or open a line")                      \
  each(run, CLE_RUN, "Run the query as it stands")                              \
  each(break-line, CLE_BREAK_LINE, "Open a line")                               \
  each(complete, CLE_COMPLETE, "Complete")                                      \
  each(search, CLE_SEARCH, "Search earlier queries")                            \
  each(paste, CLE_PASTE, "Insert a bracketed paste")                            \
  each(up, CLE_UP, "Previous row or entry")                                     \
  each(down, CLE_DOWN, "Next row or entry")                                     \
  each(left, CLE_LEFT, "Previous character")                                    \
  each(right, CLE_RIGHT, "Next character, or take what is suggested")           \
  each(previous-word, CLE_PREVIOUS_WORD, "Previous word")                       \
  each(next-word, CLE_NEXT_WORD, "Next word, or a word of what is suggested")   \
  each(row-start, CLE_ROW_START, "Start of the row")                            \
  each(row-end, CLE_ROW_END, "End of the row, or take what is suggested")       \
  each(erase-backward, CLE_ERASE_BACKWARD, "Erase the character before")        \
  each(erase-forward, CLE_ERASE_FORWARD, "Erase the character after")           \
  each(erase-or-end, CLE_ERASE_OR_END, "Erase the character after, or end")     \
  each(cut-word-backward, CLE_CUT_WORD_BACKWARD, "Cut the word before")         \
  each(cut-word-forward, CLE_CUT_WORD_FORWARD, "Cut the word after")            \
  each(cut-blank-backward, CLE_CUT_BLANK_BACKWARD, "Cut back to a blank")       \
  each(cut-to-start, CLE_CUT_TO_START, "Cut back to the start of the row")      \
  each(cut-to-end, CLE_CUT_TO_END, "Cut to the end of the row")                 \
  each(put-back, CLE_PUT_BACK, "Put back what was cut")                         \
  each(undo, CLE_UNDO, "Undo")                                                  \
  each(redo, CLE_REDO, "Redo")                                                  \
  each(edit, CLE_EDIT, "Edit in a program of your choice")

#define FUNCTION(name, command, help)                       \
  static unsigned char do_##command(EditLine *el, int key) { \
    (void)key;                                              \
    return run(el, command);                                \
  }
COMMANDS(FUNCTION)
#undef FUNCTION

#define ENTRY(name, command, help) [command] = {"dateline-" #name, help, do_##command},
static const struct {
  const char *name;
  const char *help;
  unsigned char (*function)(EditLine *, int);
} functions[CLE_COMMAND_COUNT] = {COMMANDS(ENTRY)};
#undef ENTRY

/* Keys that no terminal sends, by which a command asks for a built-in one. */
static const struct {
  const char *key;
  const wchar_t *typed;
  const char *name;
} builtins[] = {
    [CLE_FINISH] = {"\x1b[990~F", L"\x1b[990~F", "ed-newline"},
};

void cle_then(cle_editor *editor, cle_builtin builtin) {
  el_wpush(editor->el, builtins[builtin].typed);
}

int cle_add_commands(EditLine *el) {
  for (size_t i = 0; i < CLE_COMMAND_COUNT; i++)
    if (el_set(el, EL_ADDFN, functions[i].name, functions[i].help, functions[i].function) != 0)
      return -1;
  return 0;
}

/* ---- Keymaps ---- */

static int remember(cle_editor *editor, cle_binding binding, const char *key) {
  size_t count = editor->binding_count;
  cle_binding *grown = realloc(editor->bindings, (count + 1) * sizeof *grown);
  if (grown == NULL) return -1;
  editor->bindings = grown;
  binding.key = strdup(key);
  if (binding.key == NULL) return -1;
  grown[count] = binding;
  editor->binding_count = count + 1;
  return 0;
}

int cle_bind(cle_editor *editor, const char *key, cle_command command, int keymaps,
             int is_required) {
  if ((unsigned)command >= CLE_COMMAND_COUNT) return -1;
  return remember(
      editor,
      (cle_binding){
          .name = functions[command].name, .keymaps = keymaps, .is_required = is_required},
      key);
}

int cle_ignore(cle_editor *editor, const char *key, int keymaps, int is_required) {
  return remember(
      editor,
      (cle_binding){.name = "ed-unassigned", .keymaps = keymaps, .is_required = is_required}, key);
}

void cle_free_bindings(cle_editor *editor) {
  for (size_t i = 0; i < editor->binding_count; i++) free(editor->bindings[i].key);
  free(editor->bindings);
}

static int has_vi_keys(EditLine *el) {
  const char *name = NULL;
  return el_get(el, EL_EDITOR, &name) == 0 && name != NULL && strcmp(name, "vi") == 0;
}

static int bind_one(EditLine *el, const cle_binding *binding, int has_vi) {
  int own = has_vi ? CLE_VI_INSERT_KEYS : CLE_EMACS_KEYS;
  if ((binding->keymaps & own) &&
      el_set(el, EL_BIND, binding->key, binding->name, NULL) != 0)
    return -1;
  if (has_vi && (binding->keymaps & CLE_VI_COMMAND_KEYS) &&
      el_set(el, EL_BIND, "-a", binding->key, binding->name, NULL) != 0)
    return -1;
  return 0;
}

static int bind_all(cle_editor *editor, int is_required) {
  editor->has_vi_keys = has_vi_keys(editor->el);
  for (size_t i = 0; i < editor->binding_count; i++)
    if (editor->bindings[i].is_required == is_required &&
        bind_one(editor->el, &editor->bindings[i], editor->has_vi_keys) != 0)
      return -1;
  return 0;
}

/* Whether a line of .editrc puts libedit's own keys in place of all others. */
static int resets_keys(int count, const char **words) {
  const char *colon = strrchr(words[0], ':');
  if (strcmp(colon != NULL ? colon + 1 : words[0], "bind") != 0) return 0;
  for (int i = 1; i < count; i++)
    if (strcmp(words[i], "-v") == 0 || strcmp(words[i], "-e") == 0) return 1;
  return 0;
}

static FILE *open_settings(void) {
  const char *named = secure_getenv("EDITRC");
  if (named != NULL) return fopen(named, "re");
  const char *home = secure_getenv("HOME");
  char *path = NULL;
  if (home == NULL || asprintf(&path, "%s/.editrc", home) < 0) return NULL;
  FILE *file = fopen(path, "re");
  free(path);
  return file;
}

/* Like el_source, but a line that resets the keys resets them to ours, which the lines after it may
 * change. That there is no such file is no error. */
static void read_settings(cle_editor *editor) {
  FILE *file = open_settings();
  Tokenizer *tokenizer = file != NULL ? tok_init(NULL) : NULL;
  char *line = NULL;
  size_t room = 0;
  while (tokenizer != NULL && getline(&line, &room, file) >= 0) {
    int count = 0;
    const char **words = NULL;
    line[strcspn(line, "\r\n")] = '\0';
    if (line[strspn(line, " \t")] != '#' && tok_str(tokenizer, line, &count, &words) == 0 &&
        count > 0) {
      el_parse(editor->el, count, words);
      if (resets_keys(count, words)) bind_all(editor, 0);
    }
    tok_reset(tokenizer);
  }
  free(line);
  if (tokenizer != NULL) tok_end(tokenizer);
  if (file != NULL) fclose(file);
}

int cle_apply_bindings(cle_editor *editor) {
  EditLine *el = editor->el;
  if (bind_all(editor, 0) != 0) return -1;
  read_settings(editor);
  for (size_t i = 0; i < sizeof builtins / sizeof *builtins; i++) {
    if (el_set(el, EL_BIND, builtins[i].key, builtins[i].name, NULL) != 0) return -1;
    if (has_vi_keys(el) && el_set(el, EL_BIND, "-a", builtins[i].key, builtins[i].name, NULL) != 0)
      return -1;
  }
  if (has_vi_keys(el) && el_set(el, EL_BIND, CLE_LONE_ESCAPE_KEY, "vi-command-mode", NULL) != 0)
    return -1;
  return bind_all(editor, 1);
}
