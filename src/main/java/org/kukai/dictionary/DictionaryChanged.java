package org.kukai.dictionary;

/** Words were set or taken back, in the transaction that fires this. */
record DictionaryChanged() {}
