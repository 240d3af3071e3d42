/** Real surroundings for tests: a store, a clock moved by hand, the HTTP door on a socket. */
package plenum.server.testkit;
