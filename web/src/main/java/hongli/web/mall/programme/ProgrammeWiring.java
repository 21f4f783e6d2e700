package hongli.web.mall.programme;

import hongli.mall.Mall;
import hongli.mall.audit.SelfCheck;
import hongli.mall.posting.PostingBook;
import hongli.mall.programme.Cohorts;
import hongli.mall.programme.DailyDividends;
import hongli.web.mall.Callers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The endpoints about the programme and the bills.
@Configuration(proxyBeanMethods = false)
public class ProgrammeWiring {
    @Bean
    GrantApi grantApi(Callers callers, Mall mall) {
        return new GrantApi(callers, mall.programme());
    }

    @Bean
    OutboxApi outboxApi(Callers callers, Mall mall) {
        return new OutboxApi(callers, mall.programme());
    }

    @Bean
    ProgrammeOfficeApi programmeOfficeApi(Callers callers, Mall mall) {
        return new ProgrammeOfficeApi(callers, mall.programme().programmes());
    }

    @Bean
    AssetsApi assetsApi(Callers callers, Mall mall) {
        return new AssetsApi(callers, mall.programme());
    }

    @Bean
    BillApi billApi(Callers callers, Mall mall) {
        return new BillApi(callers, mall.bills());
    }

    @Bean
    BillBookApi billBookApi(Callers callers, Mall mall) {
        return new BillBookApi(callers, mall.bills(), mall.bills().book());
    }

    @Bean
    PostingApi postingApi(Callers callers, Mall mall) {
        return new PostingApi(
                callers,
                new PostingBook(mall.tables()),
                mall.programme(),
                mall.buying().lists());
    }

    @Bean
    JobApi jobApi(Callers callers, Mall mall) {
        return new JobApi(callers, mall.timers().jobs());
    }

    @Bean
    DividendApi dividendApi(Callers callers, Mall mall) {
        return new DividendApi(
                callers, new DailyDividends(mall.tables(), mall.programme().ledger()));
    }

    @Bean
    CheckApi checkApi(Callers callers, Mall mall) {
        return new CheckApi(
                callers, new SelfCheck(mall.tables(), mall.programme().ledger()));
    }

    @Bean
    CohortApi cohortApi(Callers callers, Mall mall) {
        return new CohortApi(
                callers, new Cohorts(mall.tables(), mall.programme().ledger()));
    }
}
