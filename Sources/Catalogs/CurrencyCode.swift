/// The codes of ISO 4217 (the list of current currencies and funds, with metals, as of 2024), `HRK` and `BGN`
/// among them for facts from before those countries took the euro.
public enum CurrencyCode {
  public static let all: Set<String> = Set(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF \
    CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
    GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP \
    LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN \
    PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS \
    TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD \
    XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG ZWL
    """.split(separator: " ").map(String.init))

  /// "No currency": stands where a catalog doesn't say which. Its amounts can be weighed against each other, and
  /// against nothing else.
  public static let none = "XXX"

  /// Those whose unit is worth about a US cent or less, so that ordinary fees run into millions.
  public static let smallUnits: Set<String> = [
    "AMD", "BIF", "CDF", "CLP", "COP", "CRC", "GNF", "HUF", "IDR", "IQD", "IRR", "ISK", "JPY", "KHR", "KMF", "KRW",
    "KZT", "LAK", "LBP", "LKR", "MGA", "MMK", "MNT", "MWK", "NGN", "PYG", "RWF", "SLL", "SOS", "SSP", "SYP", "TZS",
    "UGX", "UZS", "VND", "VUV", "XAF", "XOF", "XPF", "YER", "ZWL", "SDG", "ARS", "PKR", "DJF", "AOA",
  ]
}
