/**
 * Serves the pages that are made of files: the till, the customer's pages and receipts, with the scripts and styles they
 * share. They hold no data; what they show they fetch from the API, whose description is a file too and served here.
 */
@NullMarked
package org.walletcounter.web.pages;

import org.jspecify.annotations.NullMarked;
