#ifndef CLIBEDIT_SIGNALS_H
#define CLIBEDIT_SIGNALS_H

#include <signal.h>

/* Set by the handlers, cleared by who has dealt with them. */
extern volatile sig_atomic_t cle_interrupt_flag;
extern volatile sig_atomic_t cle_resize_flag;
extern volatile sig_atomic_t cle_continue_flag;

/* Non-zero while a line is edited: bracketed paste is on and the terminal is raw. */
extern volatile sig_atomic_t cle_editing_flag;

/* Remembers the terminal's settings, and restores them on any signal that ends the program. */
void cle_guard_terminal(void);

/* Flags for a new size and for coming back to the foreground. */
void cle_catch_screen_changes(void);

#endif
