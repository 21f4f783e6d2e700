package hongli.web.mall.house;

import hongli.mall.Mall;
import hongli.web.mall.Callers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The endpoints about the mall itself.
@Configuration(proxyBeanMethods = false)
public class HouseWiring {
    @Bean
    ShopApi shopApi(Mall mall) {
        return new ShopApi(mall);
    }

    @Bean
    SettingApi settingApi(Callers callers, Mall mall) {
        return new SettingApi(callers, mall.settings());
    }

    @Bean
    ClockApi clockApi(Callers callers, Mall mall) {
        return new ClockApi(callers, mall.sandbox());
    }
}
