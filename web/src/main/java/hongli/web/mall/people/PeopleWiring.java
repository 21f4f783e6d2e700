package hongli.web.mall.people;

import hongli.mall.Mall;
import hongli.web.mall.Callers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The endpoints about people, and the callers whom all endpoints of the mall ask for.
@Configuration(proxyBeanMethods = false)
public class PeopleWiring {
    @Bean
    Callers callers(Mall mall) {
        return new SessionCallers(mall.people().sessions());
    }

    @Bean
    MeApi meApi(Callers callers) {
        return new MeApi(callers);
    }
}
