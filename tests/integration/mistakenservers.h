// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/integration/connecttunnel.h"
#include "tests/support/privateauthority.h"
#include "tests/support/realnginx.h"
#include "tests/support/realprometheus.h"
#include "tests/support/realvictoriametrics.h"

#include <QHash>

namespace sockeye::test {

//! \brief A real Prometheus, a real VictoriaMetrics, and a real nginx in front of them with all that people
//! stumble over.
class MistakenServers final {
    Q_DISABLE_COPY_MOVE(MistakenServers)

public:
    [[nodiscard]] static bool areInstalled();
    [[nodiscard]] static Expected<std::unique_ptr<MistakenServers>, QString> start();
    ~MistakenServers();

    //! \brief \a text with the places of servers and files instead of "${PLAIN}", "${CA}" and their like.
    [[nodiscard]] QString filled(QString text) const;

    //! \brief Whether ${PLAIN}/busy refuses requests, and names thirty seconds.
    [[nodiscard]] Expected<void, QString> setBusy(bool busy);
    //! \brief Gives ${RENEWABLE} a certificate that is valid, or one that has expired.
    [[nodiscard]] Expected<void, QString> setCertificate(bool isValid);

private:
    MistakenServers() = default;

    [[nodiscard]] Expected<void, QString> issueCertificates();
    [[nodiscard]] Expected<void, QString> startServers();
    [[nodiscard]] Expected<void, QString> writeFiles();
    void notePlaces();

    std::unique_ptr<PrivateAuthority> m_authority;
    std::unique_ptr<PrivateAuthority> m_stranger;
    PrivateAuthority::Issued m_renewed;
    PrivateAuthority::Issued m_lapsed;
    std::unique_ptr<RealPrometheus> m_prometheus;
    std::unique_ptr<RealVictoriaMetrics> m_victoriaMetrics;
    std::unique_ptr<RealNginx> m_nginx;
    std::unique_ptr<ConnectTunnel> m_tunnel;
    QHash<QString, QString> m_places;
};

} // namespace sockeye::test
