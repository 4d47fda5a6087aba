#define _GNU_SOURCE
#include "Editor.h"

#include "Signals.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <unistd.h>

/* How long the user rests before what takes longer is worked out, and how long the rest of a key
 * that begins with Escape may take; in milliseconds. */
enum { LONG_PAUSE = 40, ESCAPE_PAUSE = 30 };

/* The terminal was someone else's for a while, and is back in their settings. */
static void take_terminal_back(cle_editor *editor) {
  static const char begin[] = "\r\x1b[J\x1b[?2004h";
  el_set(editor->el, EL_PREP_TERM, 0);
  el_set(editor->el, EL_PREP_TERM, 1);
  cle_write(begin, sizeof begin - 1);
  cle_adopt_size(editor);
  if (!editor->is_modal) cle_redraw(editor);
}

static void adopt_size(cle_editor *editor) {
  if (!editor->is_modal) editor->callbacks.erase(editor->callbacks.context);
  cle_adopt_size(editor);
  if (!editor->is_modal) cle_redraw(editor);
}

/* Deals with what the signal handlers have noted. Returns 0, 1 where the line was drawn anew, or -1
 * with EINTR on Ctrl-C or where a command that reads keys must draw anew. */
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
  if (!has_changed) return 0;
  if (!editor->is_modal) return 1;
  editor->screen_changed = 1;
  errno = EINTR;
  return -1;
}

/* What is to be done before the next key, and then how long to wait for more than that. */
typedef struct {
  int is_queued;  /* the line has been looked at */
  int is_painted; /* ... and drawn in its colours */
  int is_settled; /* ... and with what takes longer */
} progress;

static void pause_at(cle_editor *editor, cle_pause pause) {
  editor->callbacks.pause(editor->callbacks.context, pause);
}

/* Uses the time until the next key. Returns how long to wait for it, in milliseconds; -1 for ever. */
static int use_pause(cle_editor *editor, progress *progress) {
  if (editor->is_modal || progress->is_settled) return -1;
  if (!progress->is_queued) pause_at(editor, CLE_KEYS_QUEUED);
  progress->is_queued = 1;
  if (cle_has_input(0)) return -1;
  if (!progress->is_painted) pause_at(editor, CLE_SHORT_PAUSE);
  progress->is_painted = 1;
  return LONG_PAUSE;
}

/* Waits for a key, and returns 0, or -1 like handle_flags. The signals are blocked but for the wait
 * itself, so that none falls between looking at its flag and going to sleep. */
static int wait_for_key(cle_editor *editor) {
  sigset_t blocked, before;
  progress progress = {0};
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGINT);
  sigaddset(&blocked, SIGWINCH);
  sigaddset(&blocked, SIGCONT);
  sigaddset(&blocked, SIGTSTP);
  for (;;) {
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    int is_ready = 0, saved_errno;
    sigprocmask(SIG_BLOCK, &blocked, &before);
    int result = handle_flags(editor);
    if (result == 1) progress.is_painted = progress.is_settled = 0;
    if (result >= 0) {
      int wait = use_pause(editor, &progress);
      struct timespec time = {.tv_nsec = wait * 1000000L};
      int count = ppoll(&input, 1, wait < 0 ? NULL : &time, &before);
      is_ready = count > 0 || (count < 0 && errno != EINTR);
      if (count == 0) {
        pause_at(editor, CLE_LONG_PAUSE);
        progress.is_settled = 1;
      }
    }
    saved_errno = errno;
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = saved_errno;
    if (result < 0) return result;
    /* Where a key and Ctrl-C came together, the signal is delivered only now. */
    if (is_ready && !cle_interrupt_flag) return 0;
  }
}

/* The built-in reader decodes the bytes; it is put in place for one call. */
static int read_decoded(cle_editor *editor, wchar_t *key) {
  EditLine *el = editor->el;
  if (editor->has_pending_key) {
    editor->has_pending_key = 0;
    *key = editor->pending_key;
    return 1;
  }
  el_wset(el, EL_GETCFN, EL_BUILTIN_GETCFN);
  int result = el_wgetc(el, key);
  int saved_errno = errno;
  el_wset(el, EL_GETCFN, cle_next_key);
  errno = saved_errno;
  return result;
}

/* In vi's keymaps Escape is a key, and also begins those of the arrows: they come at once. */
static void tell_escape(cle_editor *editor, wchar_t *key) {
  wchar_t next = L'\0';
  if (!cle_has_input(ESCAPE_PAUSE) || read_decoded(editor, &next) != 1) {
    *key = CLE_LONE_ESCAPE;
    return;
  }
  editor->has_pending_key = 1;
  editor->pending_key = next;
  if (next != L'[' && next != L'O' && next != L'\r' && next != L'\n') *key = CLE_LONE_ESCAPE;
}

int cle_next_key(EditLine *el, wchar_t *key) {
  cle_editor *editor = cle_editor_of(el);
  if (editor->has_pending_key) {
    /* What the key before it did to the line is looked at before this one, too. */
    if (!editor->is_modal) pause_at(editor, CLE_KEYS_QUEUED);
  } else if (wait_for_key(editor) != 0) {
    *key = L'\0';
    return -1;
  }
  int result = read_decoded(editor, key);
  if (editor->is_modal) return result;
  int saved_errno = errno;
  if (result == 1 && *key == L'\x1b' && editor->has_vi_keys) tell_escape(editor, key);
  editor->callbacks.key(editor->callbacks.context);
  errno = saved_errno;
  return result;
}

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
