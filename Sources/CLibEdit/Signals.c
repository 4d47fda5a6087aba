#define _GNU_SOURCE
#include "Signals.h"

#include "CLibEdit.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

volatile sig_atomic_t cle_interrupt_flag;
volatile sig_atomic_t cle_resize_flag;
volatile sig_atomic_t cle_continue_flag;
volatile sig_atomic_t cle_editing_flag;

static struct termios saved_settings;
static volatile sig_atomic_t has_saved_settings;

static void on_interrupt(int number) {
  (void)number;
  cle_interrupt_flag = 1;
}

static void on_resize(int number) {
  (void)number;
  cle_resize_flag = 1;
}

static void on_continue(int number) {
  (void)number;
  cle_continue_flag = 1;
}

/* Only functions that are safe in a handler. */
static void restore_terminal(void) {
  static const char paste_off[] = "\x1b[?2004l\r\n";
  if (!has_saved_settings) return;
  if (cle_editing_flag && write(STDOUT_FILENO, paste_off, sizeof paste_off - 1) < 0) return;
  tcsetattr(STDIN_FILENO, TCSANOW, &saved_settings);
}

/* Ctrl-Z: whoever gets the terminal finds it as it was. */
static void on_stop(int number) {
  int saved_errno = errno;
  restore_terminal();
  struct sigaction standard, current;
  memset(&standard, 0, sizeof standard);
  sigemptyset(&standard.sa_mask);
  standard.sa_handler = SIG_DFL;
  sigaction(number, &standard, &current);
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, number);
  raise(number);
  sigprocmask(SIG_UNBLOCK, &stop, NULL); /* the program stops here */
  sigaction(number, &current, NULL);
  /* Where no one could bring it back it has not stopped, but the settings are restored. */
  cle_continue_flag = 1;
  errno = saved_errno;
}

/* SA_RESETHAND has put back the default action, which the second signal carries out. */
static void on_end(int number) {
  int saved_errno = errno;
  restore_terminal();
  errno = saved_errno;
  raise(number);
}

static void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigaction(number, &action, NULL);
}

/* Like handle, but a signal that the caller of the program has set to be ignored stays so. */
static void handle_unless_ignored(int number, void (*handler)(int), int flags) {
  struct sigaction current;
  if (sigaction(number, NULL, &current) == 0 && current.sa_handler == SIG_IGN) return;
  handle(number, handler, flags);
}

/* Without SA_RESTART: a blocking read must come back. */
void cle_catch_interrupt(int once) {
  if (once)
    handle_unless_ignored(SIGINT, on_interrupt, (int)SA_RESETHAND);
  else
    handle(SIGINT, on_interrupt, 0);
}

int cle_interrupted(void) { return cle_interrupt_flag != 0; }

void cle_clear_interrupt(void) { cle_interrupt_flag = 0; }

void cle_catch_screen_changes(void) {
  handle(SIGWINCH, on_resize, 0);
  handle(SIGCONT, on_continue, 0);
  handle_unless_ignored(SIGTSTP, on_stop, 0);
}

void cle_guard_terminal(void) {
  /* A stack that overflowed cannot run a handler. */
  static char stack[64 * 1024];
  static const int polite[] = {SIGTERM, SIGHUP, SIGQUIT};
  static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
  if (has_saved_settings || tcgetattr(STDIN_FILENO, &saved_settings) != 0) return;
  has_saved_settings = 1;
  stack_t alternate;
  memset(&alternate, 0, sizeof alternate);
  alternate.ss_sp = stack;
  alternate.ss_size = sizeof stack;
  sigaltstack(&alternate, NULL);
  int flags = (int)SA_RESETHAND | SA_NODEFER | SA_ONSTACK;
  for (size_t i = 0; i < sizeof polite / sizeof *polite; i++)
    handle_unless_ignored(polite[i], on_end, flags);
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) handle(fatal[i], on_end, flags);
  atexit(restore_terminal);
}
