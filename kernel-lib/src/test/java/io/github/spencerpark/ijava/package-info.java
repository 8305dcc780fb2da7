/**
 * A small kernel on IJava's base, with what IJava 1.3.0 offers to cells and to libraries: the class
 * {@code IJava} with {@code getKernelInstance()}, the statics that cells call, {@code %classpath}
 * and {@code %jars}. The notebooks are run on it, since IJava itself is in no repository.
 */
@NullMarked
package io.github.spencerpark.ijava;

import org.jspecify.annotations.NullMarked;
