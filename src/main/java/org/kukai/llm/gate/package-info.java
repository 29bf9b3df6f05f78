/**
 * What must hold for all calls of a model in the whole cluster: how many are in flight, how many begin in a minute, when a
 * server wants to be left alone, and what becomes of a dead one. {@link org.kukai.llm.gate.Gates} opens a {@link
 * org.kukai.llm.gate.Gate} for a run and a model; whoever wants to call enters it and gets a {@link
 * org.kukai.llm.gate.Pass}, which is told how the call went. {@link org.kukai.llm.gate.GateState} is what pages show.
 */
@NullMarked
package org.kukai.llm.gate;

import org.jspecify.annotations.NullMarked;
