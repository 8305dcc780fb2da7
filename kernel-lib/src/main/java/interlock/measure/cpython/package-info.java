/**
 * The bridge to the real CPython of this machine: a child process that runs what a learner wrote.
 *
 * <p>In reading order: {@link interlock.measure.cpython.CPython} is an interpreter and runs a
 * program; {@link interlock.measure.cpython.PythonResult} is what came back; {@link
 * interlock.measure.cpython.PythonSession} keeps its state between programs, {@link
 * interlock.measure.cpython.PythonRun} is a program that still runs, {@link
 * interlock.measure.cpython.PythonMemory} what the process says of its memory; {@link
 * interlock.measure.cpython.PythonException} is what the program raised, {@link
 * interlock.measure.cpython.PythonEndedException} how its process ended; {@link
 * interlock.measure.cpython.ImportTime} is the price of one module; {@link
 * interlock.measure.cpython.CPythonSearch} finds the interpreter.
 *
 * <p>Both sides talk over a connection of the loopback address, which a secret opens, so what a
 * program prints can never be taken for its result. Every process that a program starts carries a
 * mark in its environment and ends with it.
 *
 * <p>Limits: values travel by copy, 32 MiB at most; functions and objects do not travel. A process
 * that a program starts with an environment of its own is found only while its parents live.
 */
@NullMarked
package interlock.measure.cpython;

import org.jspecify.annotations.NullMarked;
