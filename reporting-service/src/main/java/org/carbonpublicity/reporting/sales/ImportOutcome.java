package org.carbonpublicity.reporting.sales;

import java.util.List;
import org.carbonpublicity.reporting.sales.file.RowFault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import of sales came to. */
@Schema(name = "SalesImport")
public record ImportOutcome(
    boolean dryRun,
    @Schema(description = "Months of the accepted rows, as YYYY-MM.") List<String> months,
    long rowsRead,
    @Schema(description = "0 where a file is refused because rows are wrong.") long rowsAccepted,
    long rowsRejected,
    @Schema(description = "Accepted rows of series that had none in their month.") long rowsNew,
    @Schema(description = "Accepted rows that replace another number.") long rowsChanged,
    @Schema(description = "Accepted rows without units, which withdraw what was said before.")
        long rowsWithdrawn,
    @Schema(description = "Series that no published model, registration or alias tells of.")
        List<UnmatchedSeries> unmatched,
    @Schema(description = "How many faults there are; the first 1000 by row are listed.")
        long errorsTotal,
    List<RowFault> errors) {}
