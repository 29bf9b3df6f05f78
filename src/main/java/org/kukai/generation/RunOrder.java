package org.kukai.generation;

/** What somebody wants to be generated: by which model, for which prompts, and how. */
public record RunOrder(String model, PromptSelection prompts, RunSettings settings) {}
