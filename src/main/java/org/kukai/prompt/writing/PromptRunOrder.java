package org.kukai.prompt.writing;

/** What somebody wants written: by which model, about what, and how it is asked. */
public record PromptRunOrder(String model, TopicChoice topics, WritingSettings settings) {}
