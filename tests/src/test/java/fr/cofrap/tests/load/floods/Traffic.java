package fr.cofrap.tests.load.floods;

import java.net.http.HttpRequest;

/** Requests of one kind, as many as are wanted. */
interface Traffic {
  /** May be called by several threads at once. */
  HttpRequest next();
}
