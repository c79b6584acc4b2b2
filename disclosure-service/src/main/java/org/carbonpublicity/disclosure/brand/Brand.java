package org.carbonpublicity.disclosure.brand;

import java.util.List;
import org.carbonpublicity.disclosure.model.CountryStyle;

/**
 * A brand as analysts registered it.
 *
 * @param aliases other spellings that files use
 * @param revision 1 when registered, one more with each change
 */
public record Brand(String name, CountryStyle countryStyle, List<String> aliases, int revision) {}
