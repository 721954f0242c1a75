// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpclient.h"

#include <QPointer>

namespace sockeye {

class PrometheusApi;

//! \brief A request by POST, and by GET where a server or a proxy in front of it forbids POST.
class FallbackJob final : public HttpJob {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FallbackJob)

public:
    //! \a api is the parent.
    FallbackJob(PrometheusApi &api, QByteArray path, HttpParameters parameters);
    ~FallbackJob() override;

    void abort() override;

private:
    void get();
    void onPosted(const HttpOutcome &outcome);
    void onGot(const HttpOutcome &outcome);
    void finish(const HttpOutcome &outcome);

    PrometheusApi &m_api;
    QByteArray m_path;
    HttpParameters m_parameters;
    QPointer<HttpJob> m_current;
};

} // namespace sockeye
