package org.kukai.web.generation;

import java.util.List;

import org.kukai.generation.FailureGroup;
import org.kukai.haiku.Haiku;
import org.kukai.web.chart.Bars;

/**
 * All that the page of a run shows of it at one moment.
 *
 * @param cost at the prices of its models; empty when one has none
 */
public record Snapshot(
        RunView view,
        List<ModelRow> models,
        String cost,
        Bars scores,
        List<FailureGroup> failures,
        List<Haiku> latest) {}
