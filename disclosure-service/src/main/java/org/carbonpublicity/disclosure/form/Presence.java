package org.carbonpublicity.disclosure.form;

/** Whether a cell must, may or must not have a value. */
enum Presence {
  REQUIRED,
  OPTIONAL,
  REFUSED
}
