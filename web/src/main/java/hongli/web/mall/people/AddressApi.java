package hongli.web.mall.people;

import hongli.mall.people.Address;
import hongli.mall.people.Addresses;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where the member who asks wants things to be sent.
@RestController
final class AddressApi {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,18}[0-9]");
    private static final Pattern REGION = Pattern.compile("[^/\\s]{1,30}(/[^/\\s]{1,30}){1,3}");

    private final Addresses addresses;
    private final Callers callers;

    AddressApi(Addresses addresses, Callers callers) {
        this.addresses = addresses;
        this.callers = callers;
    }

    @GetMapping("/api/v1/mall/me/addresses")
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        return Reply.ok(Map.of(
                "items",
                addresses.all(callers.of(request)).stream()
                        .map(AddressApi::fields)
                        .toList()));
    }

    @PostMapping("/api/v1/mall/me/addresses")
    ResponseEntity<byte[]> add(HttpServletRequest request) throws IOException {
        var actor = callers.of(request).requireMember();
        return Reply.json(201, Map.of("id", addresses.add(actor, address(Form.of(request), 0))));
    }

    @PutMapping("/api/v1/mall/me/addresses/{id}")
    ResponseEntity<byte[]> change(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request).requireMember();
        addresses.change(actor, address(Form.of(request), Asked.id(id)));
        return Reply.done();
    }

    @DeleteMapping("/api/v1/mall/me/addresses/{id}")
    ResponseEntity<byte[]> remove(@PathVariable("id") String id, HttpServletRequest request) {
        addresses.remove(callers.of(request), Asked.id(id));
        return Reply.done();
    }

    private static Address address(Form form, long id) {
        var address = new Address(
                id,
                form.text("receiver", 60),
                form.text("phone", 20),
                form.text("region", 120),
                form.text("street", 200),
                form.flag("isDefault", false));
        if (!address.phone().isEmpty() && !PHONE.matcher(address.phone()).matches()) {
            form.fault("phone", "wrong_form", "a phone number", address.phone());
        }
        if (!address.region().isEmpty() && !REGION.matcher(address.region()).matches()) {
            form.fault("region", "wrong_form", "广东省/深圳市/南山区", address.region());
        }
        form.end();
        return address;
    }

    private static Map<String, ?> fields(Address address) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", address.id());
        fields.put("receiver", address.receiver());
        fields.put("phone", address.phone());
        fields.put("region", address.region());
        fields.put("street", address.street());
        fields.put("isDefault", address.isDefault());
        return fields;
    }
}
