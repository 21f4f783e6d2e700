package hongli.web.mall.house;

import hongli.mall.access.Permission;
import hongli.mall.setting.Setting;
import hongli.mall.setting.Settings;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the shop chooses for itself.
@RestController
final class SettingApi {
    private static final int LONGEST = 40;

    private final Callers callers;
    private final Settings settings;

    SettingApi(Callers callers, Settings settings) {
        this.callers = callers;
        this.settings = settings;
    }

    @GetMapping("/api/v1/operator/settings")
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        Query.of(request);
        var chosen = settings.all(callers.of(request));
        return Reply.ok(Map.of("items", chosen.stream().map(SettingApi::fields).toList()));
    }

    @PutMapping("/api/v1/operator/settings/{name}")
    ResponseEntity<byte[]> change(@PathVariable("name") String name, HttpServletRequest request) throws IOException {
        var actor = callers.of(request).requireOperator(Permission.SETTINGS_CHANGE);
        Setting setting = Settings.named(name);
        var form = Form.of(request);
        String value = form.text("value", LONGEST);
        form.end();
        return Reply.ok(fields(settings.change(actor, setting, value)));
    }

    private static Map<String, Object> fields(Settings.Chosen chosen) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", chosen.setting().code());
        fields.put("value", chosen.value());
        switch (chosen.setting().range()) {
            case Setting.Whole(String unit, long least, long most) -> {
                fields.put("unit", unit);
                fields.put("least", least);
                fields.put("most", most);
            }
            case Setting.Choice choice -> fields.put("words", choice.words());
        }
        return fields;
    }
}
