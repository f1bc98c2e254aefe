/** What a documented code means: phase (`-` for none), movement, party. */
export type Documented = Readonly<Record<string, readonly string[]>>;

const table = (lines: string): Documented =>
  Object.fromEntries(
    lines
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/ +/))
      .map(([code, ...meaning]) => [code!, meaning]),
  );

/** The lists of the vendors' documentation, written down apart from the tables they test. */
export const documented = {
  easypost: {
    codes: table(`
      unknown -
      pre_transit announced
      in_transit in-transit
      out_for_delivery out-for-delivery
      delivered delivered
      available_for_pickup ready-for-pickup
      return_to_sender returning
      failure problem
      cancelled cancelled
      canceled cancelled
      error -
      address_correction -
      arrived_at_destination - arrived
      arrived_at_facility - arrived
      arrived_at_pickup_location ready-for-pickup arrived
      awaiting_information -
      damaged problem
      delayed problem
      delivery_exception problem
      departed_facility - left
      departed_origin_facility - left
      expired -
      held problem
      label_created announced
      lost problem
      missorted problem carrier
      received_at_destination_facility - arrived
      received_at_origin_facility - arrived
      refused problem recipient
      return returning
      status_update -
      transferred_to_destination_carrier -
      transit_exception problem
      weather_delay problem weather
    `),
  },
  aftership: {
    tags: table(`
      Pending -
      InfoReceived announced
      InTransit in-transit
      OutForDelivery out-for-delivery
      AttemptFail attempted
      Delivered delivered
      AvailableForPickup ready-for-pickup
      Exception problem
      Expired -
    `),
    subtags: table(`
      Delivered_001 delivered
      Delivered_002 delivered
      Delivered_003 delivered
      Delivered_004 delivered
      Delivered_005 delivered
      AvailableForPickup_001 ready-for-pickup
      Exception_001 problem
      Exception_002 problem recipient
      Exception_003 problem recipient
      Exception_004 problem customs
      Exception_005 problem other
      Exception_006 problem recipient
      Exception_007 problem
      Exception_008 problem recipient
      Exception_009 problem
      Exception_010 returning
      Exception_011 returned
      Exception_012 problem
      Exception_013 problem
      Exception_016 problem carrier
      Exception_017 problem weather
      Exception_018 problem
      AttemptFail_001 attempted
      AttemptFail_002 attempted recipient
      AttemptFail_003 attempted recipient
      InTransit_001 in-transit
      InTransit_002 collected
      InTransit_003 in-transit arrived
      InTransit_004 in-transit arrived
      InTransit_005 customs left
      InTransit_006 customs arrived
      InTransit_007 in-transit left
      InTransit_008 in-transit
      InTransit_009 in-transit
      InfoReceived_001 announced
      OutForDelivery_001 out-for-delivery
      OutForDelivery_002 in-transit
      OutForDelivery_003 in-transit
      OutForDelivery_004 in-transit
      Pending_001 -
      Pending_002 -
      Pending_003 -
      Pending_004 -
      Pending_005 -
      Pending_006 -
      Expired_001 -
    `),
  },
  shippo: {
    statuses: table(`
      UNKNOWN -
      PRE_TRANSIT announced
      TRANSIT in-transit
      DELIVERED delivered
      RETURNED returning
      FAILURE problem
    `),
    substatuses: table(`
      information_received announced
      address_issue problem
      contact_carrier problem
      delayed problem
      delivery_attempted attempted
      delivery_rescheduled in-transit
      delivery_scheduled in-transit
      location_inaccessible problem
      notice_left attempted
      out_for_delivery out-for-delivery
      package_accepted collected
      package_arrived in-transit arrived
      package_damaged problem
      package_departed in-transit left
      package_forwarded in-transit
      package_held problem
      package_processed in-transit
      package_processing in-transit
      pickup_available ready-for-pickup
      reschedule_delivery problem
      delivered delivered
      return_to_sender returning
      package_unclaimed problem
      package_undeliverable problem
      package_disposed problem
      package_lost problem
      other -
    `),
  },
  shipengine: {
    statuses: table(`
      UN -
      AC collected
      IT in-transit
      DE delivered
      EX problem
      AT attempted
      NY announced
      SP ready-for-pickup
    `),
    details: table(`
      COLLECTION_FAILED problem
      AWAITING_DESPATCH announced
      COLLECTION_REQUESTED announced
      DESPATCHED collected
      SHIPMENT_CREATED announced
      AWAITING_PICKUP_DROP_OFF announced
      DROPPED_OFF collected
      PICKED_UP collected
      ELEC_ADVICE_RECD_BY_CARRIER announced
      NOT_YET_RECEIVED_BY_CARRIER announced shop
      COLLECTION_MADE collected
      ATTEMPTED_DELIVERY attempted
      ATTEMPTED_DELIVERY_2ND attempted
      ATTEMPTED_DELIVERY_3RD attempted
      ATTEMPTED_DELIVERY_FINAL attempted
      COD_AMOUNT_NOT_PAID attempted
      COD_AMOUNT_PAID -
      CUSTOMER_CARDED attempted
      CUSTOMER_IDENTIFICATION_FAILED attempted recipient
      INVALID_METHOD_OF_PAYMENT attempted
      NO_ACCESS_TO_RECIPIENTS_ADDRESS attempted
      OUT_FOR_DELIVERY out-for-delivery
      DELIVERED delivered
      DELIVERED_DAMAGED delivered
      DELIVERED_IN_PART -
      DELIVERED_SPECIFIED_SAFE_PLACE delivered
      DELIVERED_TO_ALTERNATIVE_DELIVERY_LOCATION ready-for-pickup
      DELIVERED_TO_NEIGHBOUR delivered
      DELIVERED_TO_PO_BOX delivered
      PARCEL_COLLECTED_FROM_PICKUP_POINT delivered
      POST_TRANSIT_STATUS -
      PROOF_OF_DELIVERY delivered
      CANCELLED cancelled
      CANCELLED_BEFORE_DESPATCH cancelled
      CUSTOMER_MOVED returning recipient
      HAZARDOUS_PROHIBITED returning
      NOT_COLLECTED_FROM_PICKUP_POINT returning recipient
      NOT_DELIVERED returning
      NOT_DELIVERED_ADDRESSEE_DECEASED problem
      PARCEL_DAMAGED returning
      PARCEL_DISPOSED problem
      PARCEL_LOST problem
      PARCEL_OUTSIDE_OF_SERVICE_CAPABILITY returning
      REFUSED_BY_CUSTOMER returning recipient
      RETURN_TO_SENDER returning
      ADDRESS_QUERY problem
      CARRIER_DELAYS problem carrier
      CUSTOMS_CLEARED customs left
      CUSTOMS_PROCESSING customs
      DELAYED_NOT_CARRIER problem other
      DELIVERY_ARRANGED_WITH_RECIPIENT in-transit
      DELIVERY_SCHEDULED in-transit
      DELIVERY_RESCHEDULED in-transit
      HELD_BY_CARRIER problem carrier
      HELD_BY_CARRIER_FOR_CLEARANCE_PRE_PROCESSING problem customs
      HELD_BY_CUSTOMS problem customs
      HELD_BY_EXPORT_CUSTOMS problem customs
      HELD_BY_IMPORT_CUSTOMS problem customs
      HUB_SCAN_IN in-transit arrived
      HUB_SCAN_OUT in-transit
      HUB_PROCESSING in-transit
      IN_TRANSIT in-transit
      INCORRECT_DECLARATION problem
      INFORMATION -
      MISSORTED problem carrier
      PARCEL_OVER_LABELLED in-transit
      PARCEL_REDIRECTED in-transit
      PARCEL_REPACKED problem
      PARCEL_UPDATE_NOTIFICATION -
      PARCEL_UPDATE_NOTIFICATION_VIA_EMAIL -
      PARCEL_UPDATE_NOTIFICATION_VIA_SMS -
      RECEIVED_BY_CARRIER collected
      RECEIVED_LOCAL_DELIVERY_DEPOT in-transit arrived
      ROUTING_ERROR problem carrier
      SUB_CONTRACTOR_EVENT in-transit
      SUB_CONTRACTOR_RECEIVED in-transit
      RECD_BY_CARRIER_NO_ELEC_ADVICE collected
      AWAITING_ELECTRONIC_ADVICE announced
      AWAITING_COLLECTION_FROM_PICKUP_POINT ready-for-pickup
      COLLECT_AT_LOCAL_PO ready-for-pickup
      CUSTOMER_TO_COLLECT_FROM_CARRIER ready-for-pickup
      DELIVERED_TO_LOCKER_COLLECTION_POINT ready-for-pickup
      CARRIER_STATUS_NOT_MAPPED -
    `),
  },
  seventeentrack: {
    statuses: table(`
      NotFound -
      InfoReceived announced
      InTransit in-transit
      Expired -
      AvailableForPickup ready-for-pickup
      OutForDelivery out-for-delivery
      DeliveryFailure attempted
      Delivered delivered
      Exception problem
      PickedUp collected
      Departure in-transit left
      Arrival in-transit arrived
      Returning returning
      Returned returned
    `),
    subStatuses: table(`
      NotFound_Other -
      NotFound_InvalidCode -
      InfoReceived announced
      InTransit_PickedUp collected
      InTransit_Other in-transit
      InTransit_Departure in-transit left
      InTransit_Arrival in-transit arrived
      InTransit_TransportDeparted in-transit left
      InTransit_TransportArrived in-transit arrived
      InTransit_CustomsProcessing customs
      InTransit_CustomsReleased customs left
      InTransit_CustomsRequiringInformation problem customs
      Expired_Other -
      AvailableForPickup_Other ready-for-pickup
      OutForDelivery_Other out-for-delivery
      DeliveryFailure_Other attempted
      DeliveryFailure_NoBody attempted recipient
      DeliveryFailure_Security attempted
      DeliveryFailure_Rejected attempted recipient
      DeliveryFailure_InvalidAddress attempted
      Delivered_Other delivered
      Exception_Other problem
      Exception_Returning returning
      Exception_Returned returned
      Exception_NoBody problem
      Exception_Security problem
      Exception_Damage problem
      Exception_Rejected problem recipient
      Exception_Delayed problem
      Exception_Lost problem
      Exception_Destroyed problem
      Exception_Cancel cancelled
    `),
  },
  dhl: {
    statuses: table(`
      pre-transit announced
      transit in-transit
      delivered delivered
      failure problem
      unknown -
    `),
    german: table(`
      VA announced
      ES collected
      AE collected
      AN problem
      AA in-transit left
      EE in-transit arrived
      NB in-transit
      LA in-transit
      ZO customs
      PO out-for-delivery
      ZF ready-for-pickup
      ZN attempted
      ZU delivered
      BV problem
      DD -
      GT -
    `),
  },
  laposte: {
    codes: table(`
      DR1 announced
      DR2 problem
      PC1 collected
      PC2 collected
      ET1 in-transit
      ET2 in-transit
      ET3 in-transit
      ET4 in-transit
      EP1 in-transit
      DO1 customs arrived
      DO2 customs left
      DO3 problem customs
      PB1 problem
      PB2 in-transit
      MD1 out-for-delivery
      MD2 out-for-delivery
      ND1 problem
      AG1 ready-for-pickup
      RE1 returning
      DI0 delivered
      DI1 delivered
      DI2 returned
      DI3 problem
      ID0 -
    `),
  },
  chronopost: {
    codes: table(`
      DC announced
      EA announced
      DB collected
      DY collected
      SC in-transit
      TS in-transit
      O in-transit
      TP in-transit
      T in-transit arrived
      TT in-transit
      EI in-transit arrived
      SD in-transit
      IS in-transit
      SM -
      A2 problem
      IA problem
      SK problem
      TA out-for-delivery
      RB in-transit
      AB ready-for-pickup
      P attempted recipient
      D delivered
    `),
  },
  ups: {
    types: table(`
      D -
      I in-transit
      M announced
      MV cancelled
      P collected
      X problem
      RS returning
      DO in-transit
      DD in-transit
      W in-transit
      U -
      NA -
      O out-for-delivery
    `),
    statuses: table(`
      000 -
      003 announced
      005 in-transit
      006 out-for-delivery
      007 cancelled
      010 in-transit
      011 delivered
      012 customs
      013 problem
      014 customs left
      016 problem
      017 ready-for-pickup
      018 -
      019 in-transit
      020 -
      021 out-for-delivery
      022 attempted
      023 attempted
      024 attempted
      025 in-transit
      026 delivered
      027 -
      028 -
      029 problem
      030 problem
      032 problem weather
      033 returning
      034 returned
      035 returning
      036 returning
      037 returning
      038 collected
      039 in-transit
      040 ready-for-pickup
      041 -
      042 -
      043 -
      044 announced
      045 announced
      046 problem
      047 problem
      048 problem
      049 problem
      050 problem
      051 problem
      052 problem weather
      053 problem weather
      054 -
      055 in-transit
      056 -
      057 in-transit
      058 problem customs
      059 problem
      060 attempted
      061 attempted
      062 attempted
      063 -
      064 problem recipient
      065 announced
      066 attempted
      067 returned
      068 problem
      069 problem
      070 in-transit
      071 in-transit
      072 in-transit
      073 in-transit
      074 in-transit
      075 in-transit
      076 problem
      077 announced
      078 out-for-delivery
      079 announced
      080 announced
      081 returning
      082 -
      083 problem
      084 customs left
      085 problem
      086 problem
      087 in-transit
      088 -
      089 out-for-delivery
      090 problem
      091 out-for-delivery
      092 customs
      093 problem
      094 -
      095 -
      096 -
      097 -
      098 -
      099 -
      100 -
      101 -
      102 -
      103 -
      104 -
      105 -
      106 -
      107 -
      108 -
      109 -
      110 -
      111 -
      112 -
      113 -
      114 -
      115 -
      116 -
      117 -
      118 returning
      119 returning
      120 -
      121 -
      122 -
      123 customs
      124 problem customs
      125 problem customs
      126 customs
      127 -
      128 -
      129 problem
      130 problem
      131 announced
      132 problem
      133 -
      134 customs left
      135 announced
      136 in-transit
      137 in-transit
      138 in-transit
      139 problem
      140 problem
      141 problem
      142 -
      143 in-transit
      144 ready-for-pickup
      145 attempted
      146 out-for-delivery
      147 problem
      148 -
      149 problem
      153 -
      154 -
      155 -
      156 -
      157 announced
      158 in-transit
      159 in-transit
      160 collected
      161 ready-for-pickup
      162 out-for-delivery
      163 -
      164 in-transit
      165 in-transit
      166 announced
      167 collected
      168 collected
      169 collected
    `),
    codes: table(`
      MP announced
      OR collected
      DS in-transit
      YP in-transit
      YI in-transit
      DP in-transit left
      AR in-transit arrived
      OF in-transit
      OT out-for-delivery
      KB -
      FS delivered
      2W delivered
      8Q delivered
      9E delivered
      IP in-transit
      VP cancelled
      SR customs left
      ZA in-transit
      ZC in-transit
      ZP ready-for-pickup
    `),
  },
  fedex: {
    events: table(`
      IN announced
      OC announced
      OX announced
      MD announced
      EP announced
      AP announced
      PU collected
      PX collected
      OF collected arrived
      IT in-transit
      IX in-transit
      Ow in-transit
      OW in-transit
      IP collected
      AO -
      AE -
      AA in-transit arrived
      AC in-transit arrived
      AF in-transit arrived
      AR in-transit arrived
      AX in-transit arrived
      FD in-transit arrived
      SF in-transit arrived
      PL in-transit arrived
      DP in-transit left
      LO in-transit left
      EA in-transit
      EO in-transit
      PF in-transit
      PM in-transit
      TR in-transit
      HA in-transit
      CC customs left
      CD problem customs
      CP customs
      OD out-for-delivery
      ED out-for-delivery
      AD out-for-delivery
      DL delivered
      HL ready-for-pickup
      HP ready-for-pickup
      DE problem
      SE problem
      DY problem
      DD problem
      PD problem
      PY problem
      CA cancelled
      RS returning
      RT returning
      CH -
      AS -
      DR -
      DS -
      SP -
      SH -
      CU -
      BR -
      TP -
      RR -
      RM -
      RC -
      RP -
      LP -
      RG -
      RD -
    `),
    exceptions: table(`
      03 problem
      07 attempted recipient
      08 attempted recipient
      16 problem
      17 problem
      31 problem
      71 problem
      84 problem
      93 problem
      A25 problem
    `),
    delays: table(`
      WEATHER problem weather
      OPERATIONAL problem carrier
      CLEARANCE problem customs
      LOCAL problem
      GENERAL problem
    `),
  },
  karrio: {
    statuses: table(`
      pending announced
      unknown -
      picked_up collected
      in_transit in-transit
      out_for_delivery out-for-delivery
      ready_for_pickup ready-for-pickup
      on_hold problem
      delivery_delayed problem
      delivery_failed problem
      return_to_sender returning
      cancelled cancelled
      delivered delivered
    `),
    reasons: table(`
      carrier_damaged_parcel problem carrier
      carrier_sorting_error problem carrier
      carrier_address_not_found problem carrier
      carrier_parcel_lost problem carrier
      carrier_not_enough_time problem carrier
      carrier_not_enough_time_in_timeslot problem carrier
      carrier_vehicle_issue problem carrier
      carrier_capacity_exceeded problem carrier
      carrier_mechanical_delay problem carrier
      carrier_delay problem carrier
      retailer_cancelled problem shop
      retailer_delivery_cancelled_by_store problem shop
      retailer_incorrect_data problem shop
      retailer_incorrect_delivery_data problem shop
      retailer_not_ready problem shop
      retailer_parcel_not_ready_at_pickup problem shop
      retailer_incorrect_parcel problem shop
      retailer_parcel_not_correct problem shop
      retailer_incorrect_dimensions problem shop
      retailer_incorrect_size_registered problem shop
      retailer_packaging_issue problem shop
      consignee_refused problem recipient
      consignee_refused_at_door problem recipient
      consignee_business_closed problem recipient
      consignee_company_closed problem recipient
      consignee_not_available problem recipient
      consignee_not_delivered problem recipient
      consignee_not_home problem recipient
      consignee_customer_not_home problem recipient
      consignee_cancelled problem recipient
      consignee_cancelled_by_customer problem recipient
      consignee_verification_failed problem recipient
      consignee_incorrect_address problem recipient
      consignee_access_restricted problem recipient
      consignee_safe_place_unavailable problem recipient
      consignee_safe_place_not_available problem recipient
      customs_delay problem customs
      customs_clearance_delay problem customs
      customs_documentation problem customs
      customs_documentation_required problem customs
      customs_duties_unpaid problem customs
      customs_prohibited problem customs
      customs_prohibited_items problem customs
      customs_inspection problem customs
      customs_inspection_required problem customs
      weather_delay problem weather
      natural_disaster problem other
      force_majeure problem other
      delivery_exception_hold problem
      delivery_exception_undeliverable problem
      parcel_being_researched problem
      other_parcel_being_researched problem
      security_issue problem
      other_security_issue problem
      regulatory_hold problem
      other_regulatory_hold problem
      unknown -
      other_unknown -
    `),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Documented>>>>;
