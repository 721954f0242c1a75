// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/prometheusclient.h"

#include "ui/settings/addresspage.h"
#include "ui/settings/entriesof.h"
#include "ui/settings/optionsform.h"

namespace sockeye {

struct EndpointEntry {
    EndpointConfig config; //!< what the form does not show is kept
    AddressDraft draft;
    OptionsDraft options;
    ServerFlavour flavour = ServerFlavour::Compatible; //!< as it was recognised last
};

//! \brief The Prometheus servers.
class EndpointsPage final : public EntriesOf<EndpointEntry, AddressPage> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndpointsPage)

public:
    //! References must outlive the page.
    EndpointsPage(const SettingsContext &context, DraftSecrets &secrets, RandomSource &random,
        QWidget *parent = nullptr);
    ~EndpointsPage() override;

    //! \brief Adds a server at \a url, named after its host, and shows it.
    void add(const QUrl &url);
    //! \brief Shows a server; with an \a error the field where it can be mended has the focus.
    void show(const EndpointId &endpoint, const std::optional<QueryError> &error);

    void load(const SettingsDraft &draft) override;
    void store(SettingsDraft &draft) const override;
    [[nodiscard]] bool isTesting() const override;

private:
    void addEntry() override;
    void duplicateEntry(int index) override;
    [[nodiscard]] AddressDraft &address(int index) override { return at(index).draft; }
    [[nodiscard]] const AddressDraft &address(int index) const override { return at(index).draft; }
    [[nodiscard]] Expected<QUrl, UrlProblem> parse(const QString &url) const override;
    [[nodiscard]] QString placeOf(const QUrl &url) const override;
    [[nodiscard]] ServerFlavour flavourOf(const EndpointId &endpoint) const;
    void showDetails(int index) override;
    void takeDetails(int index) override;
    [[nodiscard]] std::vector<FieldProblem> detailProblems(int index) const override;
    void beginTest(int index) override;
    void abandonTest() override;
    void checkFinished(const ServerCheckOutcome &outcome);
    void testFailed(const QueryError &error);
    void inventoryFinished(const ServerFacts &facts, const InventoryOutcome &outcome);

    const SettingsContext &m_context;
    DraftSecrets &m_secrets;
    RandomSource &m_random;
    OptionsForm *m_options;
    QSpinBox *m_timeout;
    QSpinBox *m_sizeLimit;
    std::unique_ptr<PrometheusClient> m_client; //!< while a test runs
};

} // namespace sockeye
