package hongli.web.mall.trade;

import hongli.mall.Mall;
import hongli.web.mall.Callers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The endpoints of what follows an order.
@Configuration(proxyBeanMethods = false)
public class TradeWiring {
    @Bean
    CashierApi cashierApi(Callers callers, Mall mall) {
        return new CashierApi(callers, mall.trade().till());
    }

    @Bean
    SandboxApi sandboxApi(Callers callers, Mall mall) {
        return new SandboxApi(callers, mall.trade().till());
    }

    @Bean
    DeliveryApi deliveryApi(Callers callers, Mall mall) {
        return new DeliveryApi(callers, mall.trade().delivery());
    }

    @Bean
    CodeApi codeApi(Callers callers, Mall mall) {
        return new CodeApi(callers, mall.trade().delivery());
    }

    @Bean
    AfterSaleApi afterSaleApi(Callers callers, Mall mall) {
        return new AfterSaleApi(callers, mall.trade().counter(), numbers(mall));
    }

    @Bean
    DecisionApi decisionApi(Callers callers, Mall mall) {
        return new DecisionApi(callers, mall.trade().counter().decisions());
    }

    @Bean
    PaymentOfficeApi paymentOfficeApi(Callers callers, Mall mall) {
        return new PaymentOfficeApi(callers, mall.trade().till(), mall.trade().reconciliations(), numbers(mall));
    }

    @Bean
    WithdrawalApi withdrawalApi(Callers callers, Mall mall) {
        return new WithdrawalApi(callers, mall.trade());
    }

    @Bean
    AmendsApi amendsApi(Callers callers, Mall mall) {
        return new AmendsApi(callers, mall.trade().counter().amends());
    }

    @Bean
    TopUpApi topUpApi(Callers callers, Mall mall) {
        return new TopUpApi(callers, mall.trade());
    }

    private static OrderNumbers numbers(Mall mall) {
        return new OrderNumbers(mall.buying().lists());
    }
}
