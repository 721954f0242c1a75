// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/credentialsource.h"
#include "core/http/proxyresolver.h"
#include "core/probe/probeaccess.h"
#include "core/probe/probetarget.h"

namespace sockeye {

//! \brief Gets together what the attempts at one target need, and anew on each use, so that a renewed
//! certificate or password needs no restart. Main thread only.
class AccessSource final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccessSource)

public:
    using Receiver = std::function<void(const ProbeAccess &)>;

    //! \a secrets and \a clock must outlive the source.
    AccessSource(
        ProbeTarget target, const SecretSource &secrets, const Clock &clock, QObject *parent = nullptr);
    ~AccessSource() override;

    //! \brief Calls \a receiver once, within the call when nothing has to be fetched; not at all when the
    //! source has gone by then.
    void fetch(Receiver receiver);
    //! \brief Takes into account for the next fetch() how an attempt with what was given last ended: a token
    //! that was refused is renewed, a proxy that did not serve is avoided.
    void learn(const AttemptFinished &attempt);

private:
    void findWay(const QByteArray &authorization, const Receiver &receiver);
    void conclude(ProbeAccess access, const Receiver &receiver);

    ProbeTarget m_target;
    const SecretSource &m_secrets;
    std::unique_ptr<CredentialSource> m_credentials;
    std::unique_ptr<ProxyResolver> m_proxies;
    ProbeAccess m_given;
};

} // namespace sockeye
