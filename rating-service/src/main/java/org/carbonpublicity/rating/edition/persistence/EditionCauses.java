package org.carbonpublicity.rating.edition.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.EditionCause;
import org.carbonpublicity.rating.publication.PublicationKind;

/** What made editions due: it follows from what they and the ones before them contain. */
@ApplicationScoped
public class EditionCauses {

  private static final String SELECT =
      """
      with before as (select publication, activation from edition where number = ? - 1)
      select number, batch, kind, null as scheme from publication
      where number > coalesce((select publication from before), 0) and number <= ?
      union all
      select null, null, null, scheme from scheme_activation
      where number = ? and number is distinct from (select activation from before)
      order by 1 nulls last""";

  private final AgroalDataSource dataSource;

  EditionCauses(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Publications by number, then the scheme's activation, if any; never empty. */
  public List<EditionCause> of(Edition edition) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setInt(1, edition.number());
      select.setInt(2, edition.publication());
      select.setInt(3, edition.activation());
      List<EditionCause> causes = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          causes.add(cause(row));
        }
      }
      return causes;
    } catch (SQLException e) {
      throw new IllegalStateException("what caused an edition could not be read", e);
    }
  }

  private static EditionCause cause(ResultSet row) throws SQLException {
    String scheme = row.getString("scheme");
    if (scheme != null) {
      return EditionCause.scheme(scheme);
    }
    String kind = row.getString("kind");
    return EditionCause.publication(
        row.getInt("number"),
        row.getInt("batch"),
        kind == null ? null : PublicationKind.valueOf(kind));
  }
}
