/**
 * Stand-ins for the outside world, with a durable book of their own: what the outside has taken is known here even when
 * the counter forgets. Today: an SMS centre that speaks SMPP 3.4. Never part of the application.
 */
package org.walletcounter.sandbox;
