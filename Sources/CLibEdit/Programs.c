#define _GNU_SOURCE
#include "Editor.h"

#include "Signals.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* The program gets the actions that signals have by default, and none held back. */
static int start(const char *const *words, pid_t *child) {
  posix_spawnattr_t attributes;
  sigset_t all, none;
  if (posix_spawnattr_init(&attributes) != 0) return -1;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  int result = posix_spawnp(child, words[0], NULL, &attributes, (char *const *)words, environ);
  posix_spawnattr_destroy(&attributes);
  return result;
}

int cle_run_program(cle_editor *editor, const char *const *words) {
  static const char begin[] = "\x1b[?2004h";
  static const char end[] = "\x1b[?2004l";
  struct sigaction ignore, interrupt, quit;
  pid_t child;
  int status = -1;
  memset(&ignore, 0, sizeof ignore);
  sigemptyset(&ignore.sa_mask);
  ignore.sa_handler = SIG_IGN;
  cle_write(end, sizeof end - 1);
  el_set(editor->el, EL_PREP_TERM, 0);
  cle_editing_flag = 0;
  /* Ctrl-C and Ctrl-\ are the program's. */
  sigaction(SIGINT, &ignore, &interrupt);
  sigaction(SIGQUIT, &ignore, &quit);
  if (start(words, &child) == 0)
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  sigaction(SIGINT, &interrupt, NULL);
  sigaction(SIGQUIT, &quit, NULL);
  cle_editing_flag = 1;
  /* What the program set goes away with what libedit sets. */
  el_set(editor->el, EL_PREP_TERM, 1);
  cle_write(begin, sizeof begin - 1);
  cle_adopt_size(editor);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
