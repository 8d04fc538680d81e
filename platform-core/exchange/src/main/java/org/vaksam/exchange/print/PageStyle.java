package org.vaksam.exchange.print;

/** How pages look. Text keeps a contrast of 7:1 and more. */
final class PageStyle {
    private static final String STYLE =
            """
            @page{size:%s;margin:20mm 16mm 18mm;
            @top-left{content:element(header)}@bottom-left{content:element(footer)}
            @bottom-right{content:"%s " counter(page) " %s " counter(pages);font:8pt vaksam,others;color:#3b4652}}
            .header{position:running(header)}.footer{position:running(footer)}
            .header,.footer{font-size:8pt;color:#3b4652}
            body{font:9.5pt/1.45 vaksam,others;color:#14181d;margin:0}
            h1{font-size:18pt;line-height:1.2;margin:0 0 8pt}h2{font-size:13pt;margin:14pt 0 4pt}
            h3{font-size:11pt;margin:12pt 0 3pt}h4{font-size:9.5pt;margin:10pt 0 2pt}
            h1,h2,h3,h4{page-break-after:avoid}p{margin:0 0 6pt;white-space:pre-wrap}.fact{margin:0 0 1pt}
            ul{margin:0 0 6pt;padding-left:14pt}img{max-width:100%%;margin:6pt 0 2pt}
            .caption{font-size:8.5pt;font-weight:bold;margin:8pt 0 3pt;page-break-after:avoid}
            table{width:100%%;border-collapse:collapse;margin:6pt 0 10pt;-fs-table-paginate:paginate;font-size:8pt;line-height:1.3}
            tr{page-break-inside:avoid}
            th,td{text-align:left;vertical-align:top;padding:2.5pt 4pt;border-bottom:0.4pt solid #c3ccd5;
            word-wrap:break-word;white-space:pre-wrap}
            thead th{border-bottom:1pt solid #14181d;vertical-align:bottom}tbody th{font-weight:normal}
            .number{text-align:right}.sums th,.sums td{font-weight:bold;border-top:1pt solid #14181d}
            """;

    private PageStyle() {}

    static String of(boolean wide, String page, String of) {
        return STYLE.formatted(wide ? "A4 landscape" : "A4", page, of);
    }
}
