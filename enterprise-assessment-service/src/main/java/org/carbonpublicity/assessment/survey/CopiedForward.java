package org.carbonpublicity.assessment.survey;

import java.util.List;
import java.util.UUID;

/**
 * What was copied from an earlier submission.
 *
 * @param from the submission
 * @param copied codes of items that now have its answer
 * @param reworded those of them whose text or question is not what it was: to be looked at
 * @param kept codes of items that had an answer already, which stayed
 * @param open codes of items that the earlier submission does not answer
 */
public record CopiedForward(
    UUID from, List<String> copied, List<String> reworded, List<String> kept, List<String> open) {}
