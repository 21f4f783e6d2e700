package hongli.web;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.House.Told;
import java.util.Map;

/// What every refusal of the counter must look like.
final class Problems {
    private Problems() {}

    static void assertProblem(Told told, int status, String code) {
        assertThat(told.status()).as(told.body()).isEqualTo(status);
        assertThat(told.header("Content-Type")).startsWith("application/problem+json");
        assertThat(told.header("X-Content-Type-Options")).isEqualTo("nosniff");
        Map<String, ?> problem = told.json();
        assertThat(problem.get("code")).as(told.body()).isEqualTo(code);
        assertThat(problem.get("status")).hasToString(Integer.toString(status));
        assertThat(String.valueOf(problem.get("title"))).isNotBlank().isNotEqualTo(code);
        assertThat(told.body()).doesNotContain("Exception", "\tat ", "Tomcat", "hongli.");
    }
}
