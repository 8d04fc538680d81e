package org.vaksam.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaksam.api.health.Health;
import org.vaksam.operations.FakeServices;
import org.vaksam.operations.ObedientModules;
import org.vaksam.operations.SomeStatements;
import org.vaksam.operations.services.Questions;
import org.vaksam.spi.kernel.Modules.State;
import org.vaksam.spi.metrics.Figures;
import org.vaksam.spi.web.GatewayMetrics;

class MetricsTest {
    @Test
    void writesWhatPrometheusReads() {
        var text = new MetricsText()
                .gauge("a", "Help.", 1.5, "name", "with \"quotes\", \\ and\nline")
                .counter("b_total", "Other.", 7)
                .gauge("a", "Help.", 2, "name", "x");

        assertThat(text)
                .hasToString(
                        """
                # HELP a Help.
                # TYPE a gauge
                a{name="with \\"quotes\\", \\\\ and\\nline"} 1.5
                a{name="x"} 2
                # HELP b_total Other.
                # TYPE b_total counter
                b_total 7
                """);
    }

    @Test
    void everyLineIsWellFormed() {
        var services = new FakeServices();
        var modules = new ObedientModules();
        modules.add(State.LIVE, Health.ok(), ObedientModules.incidents());
        services.services.put("kernel", modules);
        services.services.put("web", new TwoRequests());
        services.services.put("data", new SomeStatements());
        services.services.put("insight", (Figures) () -> Map.of("index_position", 41.0));

        String text = new PlatformMetrics(services, new Questions(Duration.ofSeconds(5))).text();

        assertThat(text.lines())
                .allMatch(
                        line -> line.matches("# (HELP|TYPE) [a-z_]+ .+")
                                || line.matches(
                                        "[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? (-?[0-9.]+(E-?[0-9]+)?|NaN|[+-]Inf)"));
        assertThat(text)
                .contains("vaksam_module_live{module=\"incidents\",version=\"1.0.0\"} 1")
                .contains("vaksam_index_position 41")
                .contains("vaksam_module_cpu_seconds_total{module=\"incidents\"} 0.25")
                .contains("vaksam_module_allocated_bytes_total{module=\"incidents\"} 4096")
                .contains("vaksam_module_statements_total{module=\"incidents\"} 3")
                .contains("vaksam_module_statement_seconds_total{module=\"incidents\"} 0.5")
                .contains("vaksam_kernel_updates_total 3")
                .contains("vaksam_http_request_seconds_bucket{module=\"incidents\",le=\"0.0025\"} 1")
                .contains("vaksam_http_request_seconds_bucket{module=\"incidents\",le=\"+Inf\"} 2")
                .contains("vaksam_http_request_seconds_count{module=\"incidents\"} 2")
                .contains("jvm_memory_used_bytes{area=\"heap\"}");
    }

    private static final class TwoRequests implements GatewayMetrics {
        @Override
        public List<Line> lines() {
            var buckets = List.of(0L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
            return List.of(new Line("incidents", 2, 0, 1, 12.5, buckets, 0.25, 4096));
        }

        @Override
        public int streams() {
            return 0;
        }
    }
}
