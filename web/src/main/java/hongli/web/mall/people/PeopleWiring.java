package hongli.web.mall.people;

import hongli.mall.Mall;
import hongli.mall.notice.Notices;
import hongli.web.mall.Callers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The endpoints about people, and the callers whom all endpoints of the mall ask for.
@Configuration(proxyBeanMethods = false)
public class PeopleWiring {
    @Bean
    Callers callers(Mall mall) {
        return new SessionCallers(mall.people());
    }

    @Bean
    WebMvcConfigurer doors(Callers callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Doors(callers));
            }
        };
    }

    @Bean
    DoorKeeper doorKeeper(Callers callers) {
        return new DoorKeeper(callers);
    }

    @Bean
    SessionApi sessionApi(Mall mall, Callers callers) {
        return new SessionApi(mall.people(), callers);
    }

    @Bean
    MeApi meApi(Mall mall, Callers callers) {
        return new MeApi(mall.people(), callers);
    }

    @Bean
    ProofApi proofApi(Mall mall, Callers callers) {
        return new ProofApi(mall.people(), callers);
    }

    @Bean
    AddressApi addressApi(Mall mall, Callers callers) {
        return new AddressApi(mall.people().addresses(), callers);
    }

    @Bean
    ReferralApi referralApi(Mall mall, Callers callers) {
        return new ReferralApi(mall.people().referrals(), callers);
    }

    @Bean
    PosterApi posterApi(Mall mall, Callers callers) {
        return new PosterApi(mall.people().referrals(), callers);
    }

    @Bean
    OperatorMemberApi operatorMemberApi(Mall mall, Callers callers) {
        return new OperatorMemberApi(mall.people(), callers);
    }

    @Bean
    WorkerApi workerApi(Mall mall, DoorKeeper keeper) {
        return new WorkerApi(mall.people().workers(), keeper);
    }

    @Bean
    RoleApi roleApi(Mall mall, DoorKeeper keeper) {
        return new RoleApi(mall.people().roles(), keeper);
    }

    @Bean
    AccessKeyApi accessKeyApi(Mall mall, DoorKeeper keeper) {
        return new AccessKeyApi(mall.people().keyRing(), keeper);
    }

    @Bean
    TrailApi trailApi(Mall mall, DoorKeeper keeper) {
        return new TrailApi(mall.people().trail(), keeper);
    }

    @Bean
    MemberFileApi memberFileApi(Mall mall, Callers callers) {
        return new MemberFileApi(mall.people().members(), callers);
    }

    @Bean
    NoticeApi noticeApi(Mall mall, Callers callers) {
        return new NoticeApi(new Notices(mall.tables()), callers);
    }
}
